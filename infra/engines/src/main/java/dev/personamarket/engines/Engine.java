package dev.personamarket.engines;

/** A running engine. Closing stops it; what it has stored stays in its directory. */
public interface Engine extends AutoCloseable {

    /** The TCP port on localhost that it listens on. */
    int port();

    @Override
    void close();
}

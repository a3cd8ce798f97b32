package dev.personamarket.testing;

/** A Redis that a test may take away for a while; its address and data stay the same. */
public interface TestRedis {

    /** As {@code redis://host:port}. */
    String url();

    /** Stops it; connections break, new ones are refused. */
    void die();

    /** Starts it again. Returns when it does, which may be a moment before it takes commands. */
    void comeBack();
}

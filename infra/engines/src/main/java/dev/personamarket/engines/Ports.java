package dev.personamarket.engines;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine's loopback interface. */
public final class Ports {

    private static final int FIRST = 15_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 1_000;

    private Ports() {}

    /**
     * A port that nothing listens on at the moment of asking. It is below those that Linux gives to outgoing connections
     * (32768 and up), one of which could take it before it is used.
     */
    public static int free() {
        return ThreadLocalRandom.current().ints(FIRST, LAST).limit(TRIES).filter(port -> !taken(port)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port on this machine"));
    }

    /** Whether something listens on the port already. */
    public static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}

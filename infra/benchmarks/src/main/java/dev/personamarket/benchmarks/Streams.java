package dev.personamarket.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Many clients that hold a stream each; one thread reads them all. */
final class Streams implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private final InetSocketAddress address;
    private final Selector selector = Selector.open();
    private final List<StreamReader> readers = new CopyOnWriteArrayList<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile boolean closed;

    /**
     * Opens so many, so many a second, and returns once all of them have begun.
     *
     * @param request what the client of each number sends
     * @param counted the line whose coming is counted, as it is written in the stream
     */
    Streams(int port, int number, int perSecond, IntFunction<String> request, String counted)
            throws IOException, InterruptedException {
        address = new InetSocketAddress("localhost", port);
        Thread.ofPlatform().daemon().start(this::read);
        for (var i = 0; i < number; i++) {
            open(request.apply(i), new StreamReader(counted));
            TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(1) / perSecond);
        }
        if (!await(() -> readers.stream().allMatch(StreamReader::isOpen))) {
            throw new IllegalStateException("Not all streams have begun");
        }
    }

    private void open(String request, StreamReader reader) throws IOException {
        var channel = SocketChannel.open(address);
        channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
        channel.configureBlocking(false);
        readers.add(reader);
        channel.register(selector, SelectionKey.OP_READ, reader);
        selector.wakeup();
    }

    private void read() {
        var buffer = ByteBuffer.allocateDirect(64 * 1024);
        try {
            while (!closed) {
                selector.select(key -> read(key, buffer), 50);
            }
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            System.out.println("  streams are read no more: " + e);
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IOException("The stream has ended");
            }
            ((StreamReader) key.attachment()).read(buffer.flip());
        } catch (IOException | IllegalStateException e) {
            key.cancel();
            if (dropped.incrementAndGet() <= 5) {
                System.out.println("  a stream is gone: " + e.getMessage());
            }
        }
    }

    int dropped() {
        return dropped.get();
    }

    /** How many of so many lines have not come, over all streams, a minute from now at the latest. */
    long missed(int told) throws InterruptedException {
        await(() -> readers.stream().allMatch(reader -> reader.count() >= told));
        return readers.stream().mapToLong(reader -> Math.abs(told - reader.count())).sum();
    }

    private static boolean await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        return condition.getAsBoolean();
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}

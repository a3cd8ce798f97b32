package dev.personamarket.catalog.avatar;

import java.io.IOException;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Makes faces of pictures: PNG, JPEG, WebP or GIF up to 5 MB, the first picture of one that moves, turned upright, the
 * square in the middle, in sRGB, and without anything that was in the file besides its pixels.
 */
@Component
public class Portraits implements DisposableBean {

    /** In bytes. */
    public static final int LARGEST_FILE = 5 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Portraits.class);
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    /** Files that are in memory at the same time; one of them is being read, the others wait. */
    private static final int MOST_INSIDE = 4;

    private final Scheduler painter = Schedulers.newBoundedElastic(1, MOST_INSIDE, "portraits", 60, true);
    private final AtomicInteger inside = new AtomicInteger();

    Portraits() {
        ImageIO.setUseCache(false); // no temporary files
    }

    /**
     * The WebP pictures of one face by their edge in pixels, for {@link Avatars#keep}. A picture with fewer pixels than
     * the largest of them is enlarged. Stores nothing.
     *
     * @param file is not asked for its bytes before there is room for them
     * @return fails with a {@link Problem} that names the field {@code file}: 413 if the file is too large, 415 if it is
     *         something else, by its bytes, 400 if it is broken, has too many pixels or too few; and with a 503 if too
     *         many wait
     */
    public Mono<SortedMap<Integer, byte[]>> prepare(Mono<byte[]> file) {
        return Mono.usingWhen(admission(),
                _ -> file.flatMap(this::painted).timeout(DEADLINE, Mono.error(Refusal::busy)),
                _ -> Mono.fromRunnable(inside::decrementAndGet));
    }

    /** The same for a file that is in memory anyway. */
    public Mono<SortedMap<Integer, byte[]>> prepare(byte[] file) {
        return prepare(Mono.just(file));
    }

    private Mono<Integer> admission() {
        return Mono.fromSupplier(inside::incrementAndGet).filter(number -> number <= MOST_INSIDE)
                .switchIfEmpty(Mono.error(() -> {
                    inside.decrementAndGet();
                    return Refusal.busy();
                }));
    }

    private Mono<SortedMap<Integer, byte[]>> painted(byte[] file) {
        return file.length > LARGEST_FILE
                ? Mono.error(Portraits::tooLarge)
                : Mono.fromCallable(() -> guarded(file)).subscribeOn(painter);
    }

    /** The 413 for who reads a file and finds it longer than {@link #LARGEST_FILE}. */
    public static Problem tooLarge() {
        return Refusal.tooLarge();
    }

    /** Reactor hands a linkage error to nobody: the caller would wait in vain. */
    private static SortedMap<Integer, byte[]> guarded(byte[] file) throws IOException {
        try {
            return paint(file);
        } catch (LinkageError e) {
            throw new IllegalStateException("The library for WebP cannot be loaded", e);
        }
    }

    private static SortedMap<Integer, byte[]> paint(byte[] file) throws IOException {
        var face = read(file);
        var sizes = new TreeMap<Integer, byte[]>();
        for (var size : Avatar.SIZES.reversed()) {
            face = face.scaledTo(size);
            sizes.put(size, Encoder.encode(face));
        }
        return sizes;
    }

    /** A decoder has many ways to fail over a broken file; but that it is not there at all is our own doing. */
    private static Square read(byte[] file) {
        try {
            var original = Original.of(file);
            return Orientation.of(original.exif()).upright(Decoder.decode(original)
                    .scaledTo(Avatar.SIZES.getLast()));
        } catch (Problem refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            LOG.debug("A picture cannot be read", e);
            throw Refusal.broken();
        }
    }

    @Override
    public void destroy() {
        painter.dispose();
    }
}

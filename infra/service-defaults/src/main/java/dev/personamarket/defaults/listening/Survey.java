package dev.personamarket.defaults.listening;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Finds out which partitions there are, and where in them to begin so as to hear again what came lately. */
final class Survey implements AutoCloseable {

    private final Admin admin;
    private final Set<String> topics;
    private final BroadcastProperties properties;
    private final Clock clock;

    Survey(Map<String, Object> admin, Set<String> topics, BroadcastProperties properties, Clock clock) {
        this.admin = Admins.create(admin);
        this.topics = topics;
        this.properties = properties;
        this.clock = clock;
    }

    /** Those of the topics that are there; a topic is made by its sender, perhaps later than now. */
    Partitions partitions() throws ExecutionException, InterruptedException {
        var found = new ArrayList<TopicDescription>();
        for (var description : admin.describeTopics(topics).topicNameValues().values()) {
            try {
                found.add(description.get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return Partitions.of(found);
    }

    Beginning beginning(Partitions partitions) throws ExecutionException, InterruptedException {
        var lately = clock.instant().minus(properties.window()).toEpochMilli();
        var until = offsets(partitions, OffsetSpec.latest());
        return new Beginning(partitions, from(offsets(partitions, OffsetSpec.forTimestamp(lately)), until,
                properties.maxEvents()), until);
    }

    private List<Long> offsets(Partitions partitions, OffsetSpec spec) throws ExecutionException, InterruptedException {
        var found = admin.listOffsets(partitions.list().stream()
                .collect(Collectors.toMap(Function.identity(), _ -> spec)));
        var offsets = new ArrayList<Long>();
        for (TopicPartition partition : partitions.list()) {
            offsets.add(found.partitionResult(partition).get().offset());
        }
        return offsets;
    }

    /** Of too many, each partition keeps the same share, which leaves them about equally far back. */
    static List<Long> from(List<Long> lately, List<Long> until, long maxEvents) {
        var counts = LongStream.range(0, until.size()).map(i -> count(lately.get((int) i), until.get((int) i)))
                .boxed().toList();
        var all = counts.stream().mapToLong(Long::longValue).sum();
        var share = Math.min(1, maxEvents / (double) Math.max(1, all));
        return LongStream.range(0, until.size())
                .map(i -> until.get((int) i) - (long) (counts.get((int) i) * share)).boxed().toList();
    }

    /** Kafka says -1 where nothing came so lately. */
    private static long count(long lately, long until) {
        return lately < 0 ? 0 : Math.max(0, until - lately);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}

package dev.personamarket.defaults.listening;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartitionsTests {

    private final TopicDescription words = topic("words", Uuid.ONE_UUID, 2);
    private final TopicDescription songs = topic("songs", Uuid.METADATA_TOPIC_ID, 1);

    @Test
    void standInTheSameOrderHoweverTheyAreFound() {
        var partitions = Partitions.of(List.of(words, songs));

        assertThat(partitions).isEqualTo(Partitions.of(List.of(songs, words)));
        assertThat(partitions.list()).containsExactly(new TopicPartition("songs", 0), new TopicPartition("words", 0),
                new TopicPartition("words", 1));
    }

    @Test
    void areOthersWhenATopicWasMadeAnewOrHasMore() {
        var fingerprint = Partitions.of(List.of(words)).fingerprint();

        assertThat(fingerprint).isNotEqualTo(Partitions.of(List.of(topic("words", Uuid.randomUuid(), 2))).fingerprint())
                .isNotEqualTo(Partitions.of(List.of(topic("words", Uuid.ONE_UUID, 3))).fingerprint())
                .isNotEqualTo(Partitions.of(List.of(words, songs)).fingerprint());
    }

    private static TopicDescription topic(String name, Uuid id, int partitions) {
        return new TopicDescription(name, false, IntStream.range(0, partitions)
                .mapToObj(i -> new TopicPartitionInfo(i, Node.noNode(), List.of(), List.of())).toList(), null, id);
    }
}

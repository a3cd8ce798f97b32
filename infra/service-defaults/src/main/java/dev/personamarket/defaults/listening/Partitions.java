package dev.personamarket.defaults.listening;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * All partitions of some topics, in an order that is the same in every instance, so that a list of offsets says which is
 * whose.
 *
 * @param fingerprint of the topics' names, ids and numbers of partitions: offsets have no meaning where it is another
 */
public record Partitions(List<TopicPartition> list, int fingerprint) {

    public Partitions {
        list = List.copyOf(list);
    }

    static Partitions of(Collection<TopicDescription> topics) {
        var sorted = topics.stream().sorted(Comparator.comparing(TopicDescription::name)).toList();
        var list = sorted.stream().flatMap(topic -> topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .sorted(Comparator.comparing(TopicPartition::partition))).toList();
        var checksum = new CRC32();
        sorted.forEach(topic -> checksum.update("%s %s %d\n"
                .formatted(topic.name(), topic.topicId(), topic.partitions().size()).getBytes(UTF_8)));
        return new Partitions(list, (int) checksum.getValue());
    }

    public int size() {
        return list.size();
    }

    Set<String> topics() {
        return list.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }
}

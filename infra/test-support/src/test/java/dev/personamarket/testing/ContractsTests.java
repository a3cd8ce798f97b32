package dev.personamarket.testing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.personamarket.testing.events.agreeing.Events.RatingSubmitted;
import dev.personamarket.testing.events.agreeing.Events.Summary;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContractsTests {

    private static final String TYPE = "marketplace.RatingSubmitted.v1";

    private final UUID rating = UUID.randomUUID();
    private final UUID personality = UUID.randomUUID();
    private final Summary summary = new Summary(1, 2, 4.5, List.of(0, 0, 0, 1, 1), List.of(0, 0, 0, 0, 1), 3.9);

    @Test
    void aGoldenSampleIsTheCallersOwnCopy() {
        ((ObjectNode) Contracts.sample(TYPE)).removeAll();

        assertThat(Contracts.sample(TYPE).has("stars")).isTrue();
    }

    @Test
    void aConsumerReadsJustWhatItWants() {
        record OnlyStars(int stars) {}

        assertThat(Contracts.read(TYPE, OnlyStars.class).stars()).isEqualTo(5);
    }

    @Test
    void everyFaultOfAValueIsTold() {
        var altered = ((ObjectNode) Contracts.sample(TYPE)).put("stars", 6).put("raterId", "nobody");
        altered.remove("summary");

        assertThatThrownBy(() -> Contracts.assertValid(TYPE, altered)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("stars").hasMessageContaining("raterId").hasMessageContaining("summary");
    }

    @Test
    void aTextThatIsNoJsonIsNotValid() {
        assertThatCode(() -> Contracts.assertValid(TYPE, Contracts.sample(TYPE).toString())).doesNotThrowAnyException();
        assertThatThrownBy(() -> Contracts.assertValid(TYPE, "{\"stars\":")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("No JSON");
    }

    @Test
    void theProducersWholeRecordHasTheShapeOfTheSample() {
        assertThatCode(() -> Contracts.assertSameShape(TYPE, submitted(3))).doesNotThrowAnyException();
    }

    @Test
    void anOptionalPropertyThatIsNullIsNotValid() {
        assertThatThrownBy(() -> Contracts.assertSameShape(TYPE, submitted(null)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("previousStars");
    }

    @Test
    void aRecordThatLacksAPropertyIsNotTheProducers() {
        record WithoutPrevious(UUID ratingId, UUID personalityId, UUID raterId, int stars, boolean verified,
                Summary summary, Instant submittedAt) {}
        var event = new WithoutPrevious(rating, personality, rating, 5, true, summary, Instant.now());

        assertThatThrownBy(() -> Contracts.assertSameShape(TYPE, event)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("WithoutPrevious").hasMessageContaining("previousStars");
    }

    @Test
    void aRecordWithAPropertyThatTheSchemaDoesNotNameIsNotTheProducers() {
        record WithMood(UUID ratingId, UUID personalityId, UUID raterId, int stars, int previousStars,
                boolean verified, Summary summary, Instant submittedAt, String mood) {}
        var event = new WithMood(rating, personality, rating, 5, 4, true, summary, Instant.now(), "sunny");

        assertThatThrownBy(() -> Contracts.assertSameShape(TYPE, event)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("WithMood").hasMessageContaining("mood");
    }

    @Test
    void anEventUnderAnotherKeyIsFound() {
        record UnderRating(UUID ratingId, UUID personalityId, UUID raterId, int stars, int previousStars,
                boolean verified, Summary summary, Instant submittedAt) {

            public UUID subject() {
                return ratingId;
            }
        }
        var event = new UnderRating(rating, personality, rating, 5, 4, true, summary, Instant.now());

        assertThatThrownBy(() -> Contracts.assertSameShape(TYPE, event)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("key of " + TYPE + ", personalityId");
    }

    private RatingSubmitted submitted(@Nullable Integer previousStars) {
        return new RatingSubmitted(rating, personality, rating, 5, previousStars, true, summary, Instant.now());
    }
}

package dev.personamarket.deployment.agent;

import java.util.List;
import java.util.stream.Collectors;

/** What people on Discord are told in place of an answer. */
final class Sentences {

    static final String SERVERS_ONLY = "I only talk on servers.";
    static final String UNKNOWN = "I do not know this command. It may be from an older version of me.";
    static final String TROUBLE = "I cannot listen right now. Please try again in a moment.";
    static final String MANAGERS_ONLY = "Only those who manage this server can change who answers here.";
    static final String FORGOTTEN = "What was said in this channel is forgotten.";
    static final String TOO_LATE = "I thought about it for too long. Please ask again.";
    static final String NOT_ALLOWED = "Discord did not let my answer through. Please put the question another way.";

    private static final String NOBODY = "No personality lives on this server yet.";
    private static final int NAMED_AT_MOST = 20;

    private Sentences() {}

    static String gone(Voice voice) {
        return "%s has left the marketplace and does not answer any more.".formatted(bold(voice));
    }

    static String whyNobody(Cast cast) {
        if (!cast.here().isEmpty()) {
            return "Several personalities live here: %s. Say in `personality` who should answer."
                    .formatted(names(cast.here()));
        }
        return cast.elsewhere().isEmpty()
                ? NOBODY
                : "Nobody answers in this channel. " + cast.elsewhere().stream().limit(NAMED_AT_MOST)
                        .map(Sentences::whereabouts).collect(Collectors.joining(" "));
    }

    static String notHere(Cast cast) {
        return cast.here().isEmpty()
                ? whyNobody(cast)
                : "Nobody of this name answers here. There is %s.".formatted(names(cast.here()));
    }

    static String whoAnswers(Cast cast) {
        if (cast.here().isEmpty()) {
            return whyNobody(cast);
        }
        return cast.usual().map(voice -> "%s answers in this channel.".formatted(bold(voice)))
                .orElse("Nobody is chosen for this channel.")
                + (cast.here().size() > 1 ? " There is %s.".formatted(names(cast.here())) : "");
    }

    static String chosen(Voice voice) {
        return "From now on %s answers in this channel.".formatted(bold(voice));
    }

    private static String whereabouts(Voice voice) {
        return "%s does in %s.".formatted(bold(voice),
                voice.channelIds().stream().map("<#%s>"::formatted).collect(Collectors.joining(", ")));
    }

    private static String names(List<Voice> voices) {
        return voices.stream().limit(NAMED_AT_MOST).map(Sentences::bold).collect(Collectors.joining(", "));
    }

    private static String bold(Voice voice) {
        return "**%s**".formatted(voice.name());
    }

    /** Why there is no answer, by the reason that came in its place. */
    static String instead(String reason) {
        return switch (reason) {
            case "message_refused" -> "I would rather not talk about that.";
            case "budget_exhausted" -> "I have talked so much today that I need a rest. Please come back later.";
            case "personality_withdrawn" -> "I have left the marketplace and do not answer any more.";
            case "version_unknown" ->
                "I no longer know how to be who I was. Somebody who manages this server can let me follow the newest version.";
            case "too_late" -> TOO_LATE;
            default -> "I cannot think right now. Please ask again in a little while.";
        };
    }
}

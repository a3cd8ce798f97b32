package dev.personamarket.simulators.discord;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An error as Discord tells it, see
 * <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">JSON error codes</a>.
 */
public final class DiscordException extends RuntimeException {

    private final HttpStatus status;
    private final transient Body body;

    private DiscordException(HttpStatus status, int code, String message, @Nullable Map<String, Object> errors) {
        super(message);
        this.status = status;
        this.body = new Body(message, code, errors);
    }

    public static DiscordException of(HttpStatus status, int code, String message) {
        return new DiscordException(status, code, message, null);
    }

    /** An error without a code of its own, such as {@code 404: Not Found}. */
    public static DiscordException plain(HttpStatus status) {
        return of(status, 0, status.value() + ": " + status.getReasonPhrase());
    }

    public static DiscordException unknown(Unknown what) {
        return of(HttpStatus.NOT_FOUND, what.code, "Unknown " + what.label);
    }

    public static DiscordException missingAccess() {
        return of(HttpStatus.FORBIDDEN, 50001, "Missing Access");
    }

    public static DiscordException missingPermissions() {
        return of(HttpStatus.FORBIDDEN, 50013, "Missing Permissions");
    }

    public static DiscordException invalidJson() {
        return of(HttpStatus.BAD_REQUEST, 50109, "The request body contains invalid JSON.");
    }

    static DiscordException invalidForm(Map<String, Object> errors) {
        return new DiscordException(HttpStatus.BAD_REQUEST, 50035, "Invalid Form Body", errors);
    }

    public HttpStatus status() {
        return status;
    }

    public Body body() {
        return body;
    }

    /** What can be unknown, with Discord's code for it. */
    public enum Unknown {
        APPLICATION(10002, "Application"), CHANNEL(10003, "Channel"), GUILD(10004, "Guild"), MEMBER(10007,
                "Member"),
        MESSAGE(10008, "Message"), USER(10013, "User"), WEBHOOK(10015,
                "Webhook"),
        INTERACTION(10062, "interaction"), COMMAND(10063, "application command");

        private final int code;
        private final String label;

        Unknown(int code, String label) {
            this.code = code;
            this.label = label;
        }
    }

    /** The JSON of it. */
    public record Body(String message, int code,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> errors) {}
}

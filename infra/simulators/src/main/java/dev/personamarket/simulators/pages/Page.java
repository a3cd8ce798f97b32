package dev.personamarket.simulators.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** A template with {@code {{names}}} in it. Text is escaped; only what was rendered before goes in as HTML. */
public final class Page {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private final String template;
    private final Map<String, String> values = new HashMap<>();

    private Page(String template) {
        this.template = template;
    }

    /** @param name of a file in {@code resources/pages}, without {@code .html} */
    public static Page of(String name) {
        return new Page(TEMPLATES.computeIfAbsent(name, Page::load));
    }

    public static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** As an answer that may run nothing and load nothing. */
    public static ResponseEntity<String> answer(HttpStatus status, String html) {
        return ResponseEntity.status(status).contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'").body(html);
    }

    public Page text(String name, String value) {
        return html(name, escape(value));
    }

    public Page html(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** @throws NullPointerException when a name of the template was given no value */
    public String render() {
        return PLACEHOLDER.matcher(template).replaceAll(
                found -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(found.group(1)), found.group())));
    }

    private static String load(String name) {
        try {
            return new ClassPathResource("pages/" + name + ".html").getContentAsString(StandardCharsets.UTF_8)
                    .replace("{{style}}", style());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String style() throws IOException {
        return new ClassPathResource("pages/style.css").getContentAsString(StandardCharsets.UTF_8);
    }
}

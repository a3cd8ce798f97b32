package dev.personamarket.catalog.card;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.owasp.html.HtmlSanitizer;

/**
 * The notes of a card's creator as Markdown without any HTML: what people write as HTML in notes becomes what Markdown
 * has for it, and of everything else only the text remains.
 */
final class Notes implements HtmlSanitizer.Policy {

    private static final Pattern HTML = Pattern.compile("<[a-zA-Z/!?]|&[a-zA-Z#]");
    /** What a browser would take for the beginning of a tag. */
    private static final Pattern TAG = Pattern.compile("<(?=[a-zA-Z/!?])");
    private static final Set<String> BLOCKS = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol",
            "table", "tr", "blockquote", "section", "article", "center", "hr");
    private static final Set<String> UNSEEN = Set.of("script", "style", "noscript", "template", "iframe", "object",
            "title", "svg", "math");
    private static final Set<String> STRONG = Set.of("b", "strong");
    private static final Set<String> EMPHASISED = Set.of("i", "em");

    private final StringBuilder text = new StringBuilder();
    private int unseen;

    private Notes() {}

    static String markdown(String notes) {
        if (!HTML.matcher(notes).find()) {
            return notes.strip();
        }
        var policy = new Notes();
        HtmlSanitizer.sanitize(notes, policy);
        return TAG.matcher(policy.text).replaceAll("&lt;").replaceAll("[ \t]+\n", "\n").replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public void openDocument() {
        // nothing comes before the first of the text
    }

    @Override
    public void closeDocument() {
        // nothing comes after the last
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (UNSEEN.contains(element)) {
            unseen++;
        }
        text.append(element.equals("li") ? "\n- " : element.equals("br") ? "\n" : mark(element));
    }

    @Override
    public void closeTag(String element) {
        if (UNSEEN.contains(element)) {
            unseen = Math.max(0, unseen - 1);
        }
        text.append(mark(element));
    }

    private static String mark(String element) {
        if (STRONG.contains(element)) {
            return "**";
        }
        if (EMPHASISED.contains(element)) {
            return "*";
        }
        return BLOCKS.contains(element) ? "\n\n" : "";
    }

    @Override
    public void text(String characters) {
        if (unseen == 0) {
            text.append(characters);
        }
    }
}

package dev.personamarket.gateway.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The one document of all pages, as the build of {@code gateway/web} left it. */
@Component
class PageTemplate {

    private static final Pattern SOCIAL = Pattern.compile("<!--social-->(.*?)<!--/social-->", Pattern.DOTALL);

    private final String before;
    private final String after;
    private final String plain;
    private final PublicUrl site;

    PageTemplate(@Value("classpath:/web/index.html") Resource document, PublicUrl site) throws IOException {
        var html = document.getContentAsString(StandardCharsets.UTF_8);
        var social = SOCIAL.matcher(html);
        if (!social.find()) {
            throw new IllegalStateException("gateway/web/index.html has lost its <!--social--> part");
        }
        this.site = site;
        before = html.substring(0, social.start());
        after = html.substring(social.end());
        plain = before + social.group(1).strip() + card("Personality Marketplace",
                "AI personalities to chat with, rate, and bring to your Discord server.", "/", "/icon.png") + after;
    }

    String plain() {
        return plain;
    }

    /** A personality's page. The browser asks for what it will show before any script has run. */
    String of(Personality found) {
        var head = """
                <title>%1$s · Personality Marketplace</title>
                <meta name="description" content="%2$s" />
                <link rel="canonical" href="%3$s" />
                <link rel="preload" as="fetch" href="%4$s" crossorigin />""".formatted(escape(found.name()),
                escape(found.tagline()), escape(address(found)), escape(Personalities.PATH + found.slug()));
        return before + head + card(found.name(), found.tagline(), "/personalities/" + found.slug(),
                found.avatar().png()) + after;
    }

    private String address(Personality found) {
        return site.resolve("/personalities/" + found.slug());
    }

    /** Open Graph, <a href="https://ogp.me">ogp.me</a>; Discord and others read it. Its addresses are absolute. */
    private String card(String title, String description, String path, String image) {
        return """

                <meta property="og:site_name" content="Personality Marketplace" />
                <meta property="og:type" content="website" />
                <meta property="og:title" content="%s" />
                <meta property="og:description" content="%s" />
                <meta property="og:url" content="%s" />
                <meta property="og:image" content="%s" />
                <meta name="twitter:card" content="summary" />""".formatted(escape(title), escape(description),
                escape(site.resolve(path)), escape(image.startsWith("/") ? site.resolve(image) : image));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}

package dev.personamarket.gateway.site;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people find the marketplace, without a slash at the end. Never taken from a request's {@code Host}.
 *
 * @param publicUrl {@code https://} in production; that decides whether cookies are secure and HSTS is sent
 */
@ConfigurationProperties("gateway")
public record PublicUrl(URI publicUrl) {

    public PublicUrl {
        if (!publicUrl.isAbsolute() || publicUrl.getHost() == null) {
            throw new IllegalArgumentException("PUBLIC_URL must be an absolute URL, like https://example.org");
        }
    }

    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** @param path starts with a slash */
    public String resolve(String path) {
        return this + path;
    }

    @Override
    public String toString() {
        var url = publicUrl.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}

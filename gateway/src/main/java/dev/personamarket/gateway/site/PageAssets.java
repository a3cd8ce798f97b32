package dev.personamarket.gateway.site;

import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;

/**
 * What the pages load. The names of the assets change with what is in them; the build has made their Brotli and gzip
 * variants.
 */
@Configuration(proxyBeanMethods = false)
class PageAssets implements WebFluxConfigurer {

    private static final String FILES = "classpath:/web/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**").addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true).addResolver(new EncodedResourceResolver()).addResolver(new PathResourceResolver());
        registry.addResourceHandler("/favicon.svg", "/icon.png", "/site.webmanifest", "/color-scheme.js", "/robots.txt")
                .addResourceLocations(FILES).setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }
}

package dev.personamarket.gateway.site;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Swagger UI's files, under addresses that do not change with its version. */
@Configuration(proxyBeanMethods = false)
class DocsAssets implements WebFluxConfigurer {

    private final String files;

    DocsAssets(@Value("${gateway.swagger-ui}") String version) {
        files = "classpath:/META-INF/resources/webjars/swagger-ui/" + version + "/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/assets/**").addResourceLocations(files)
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }
}

package dev.personamarket.catalog.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/** The samples that come with this service. */
@Component
class SampleFiles {

    private static final String FILES = "classpath:samples/personalities/*.json";
    private static final String FACE = "classpath:samples/faces/%s-%d.webp";
    private static final List<Integer> SIZES = List.of(64, 128, 256, 512);

    private final ResourcePatternResolver resources;
    private final JsonMapper json;

    SampleFiles(ResourcePatternResolver resources, JsonMapper json) {
        this.resources = resources;
        this.json = json;
    }

    /** Reads all of them; waits for the disk. */
    List<Sample> read() {
        try {
            return Arrays.stream(resources.getResources(FILES)).sorted(Comparator.comparing(Resource::getFilename))
                    .map(this::file).flatMap(this::samples).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SampleFile file(Resource resource) {
        try (var stream = resource.getInputStream()) {
            return json.readValue(stream, SampleFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    private Stream<Sample> samples(SampleFile file) {
        return file.personalities().stream().map(template -> new Sample(file.category(),
                template.in(file.category().slug()), face(String.valueOf(template.slug()))));
    }

    /** All sizes of the face, or none. */
    private SortedMap<Integer, byte[]> face(String slug) {
        var face = new TreeMap<Integer, byte[]>();
        for (var size : SIZES) {
            var picture = resources.getResource(FACE.formatted(slug, size));
            if (!picture.exists()) {
                return Collections.emptySortedMap();
            }
            face.put(size, bytes(picture));
        }
        return face;
    }

    private static byte[] bytes(Resource picture) {
        try {
            return picture.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + picture, e);
        }
    }
}

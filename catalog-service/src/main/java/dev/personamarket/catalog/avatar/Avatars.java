package dev.personamarket.catalog.avatar;

import java.util.SortedMap;
import java.util.stream.Collectors;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.defaults.Sha256;
import reactor.core.publisher.Mono;

/** The stored pictures. */
@Repository
public class Avatars {

    private final DatabaseClient database;

    Avatars(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Keeps a face, once however often it comes.
     *
     * @param sizes the WebP pictures of one face by their edge in pixels: 64, 128, 256 and 512
     * @return the hash under which it is found, of all the pictures together
     */
    public Mono<String> keep(SortedMap<Integer, byte[]> sizes) {
        var hash = hash(sizes);
        var rows = sizes.keySet().stream().map("(:hash, %1$d, :picture%1$d)"::formatted)
                .collect(Collectors.joining(", "));
        var insert = database.sql("INSERT INTO avatar (hash, size, bytes) VALUES " + rows + " ON CONFLICT DO NOTHING")
                .bind("hash", hash);
        for (var picture : sizes.entrySet()) {
            insert = insert.bind("picture" + picture.getKey(), picture.getValue());
        }
        return insert.then().thenReturn(hash);
    }

    /** Whether a face is kept under this hash. */
    public Mono<Boolean> has(String hash) {
        return database.sql("SELECT EXISTS (SELECT FROM avatar WHERE hash = :hash)").bind("hash", hash)
                .mapValue(Boolean.class).one();
    }

    /** The WebP of a kept face in one of its sizes, if there is one. */
    public Mono<byte[]> find(String hash, int size) {
        return database.sql("SELECT bytes FROM avatar WHERE hash = :hash AND size = :size").bind("hash", hash)
                .bind("size", size).mapValue(byte[].class).one();
    }

    private static String hash(SortedMap<Integer, byte[]> sizes) {
        var digest = Sha256.begin();
        sizes.values().forEach(digest::update);
        return Sha256.end(digest);
    }
}

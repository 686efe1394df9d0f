package org.hengjian.documents;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the things are that documents belong to; each room that issues documents brings its own.
 *
 * @param object as in {@link Documents.Draft#object}
 * @param path   to which the id is put: {@code /cases/}
 * @param names  what people call those of some ids, as far as the viewer may see them
 */
public record DocumentHome(String object, String path, Names names) {

    /** Asked within a transaction. */
    @FunctionalInterface
    public interface Names {
        Map<Long, String> of(Collection<Long> ids);
    }

    private record Named(long id, String name) {}

    /** @param query of columns {@code id} and {@code name}, with {@code :ids} as an array */
    public static Names query(JdbcClient jdbc, String query) {
        return ids -> jdbc.sql(query).param("ids", ids.toArray(Long[]::new)).query(Named.class).list().stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }
}

package dev.personamarket.defaults.listening;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Clients that ask the broker about topics and groups and wait for no answer longer than five seconds. */
final class Admins {

    private static final Map<String, Object> DEADLINES = Map.of(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);

    private Admins() {}

    static Admin create(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.putAll(DEADLINES);
        return Admin.create(all);
    }
}

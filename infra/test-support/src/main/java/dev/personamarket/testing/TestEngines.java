package dev.personamarket.testing;

/** The engines that the tests of this JVM share. Each starts when it is first asked for. */
public interface TestEngines {

    /** A PostgreSQL server. */
    PostgresServer postgres();

    /** Kafka's {@code bootstrap.servers}. */
    String bootstrapServers();

    /** A Redis server. */
    TestRedis redis();

    /** The engines of this JVM: embedded, unless the build says {@code -Dmarketplace.engines=containers}. */
    static TestEngines running() {
        return Running.ENGINES;
    }

    /** Holds the one instance. */
    final class Running {

        private static final TestEngines ENGINES = "containers".equals(System.getProperty("marketplace.engines"))
                ? new ContainerEngines()
                : new EmbeddedEngines();

        private Running() {}
    }
}

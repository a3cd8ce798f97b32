package dev.personamarket.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository is: the build says so; elsewhere, in an IDE, it is found from the working directory. */
final class MarketplaceRoot {

    private static final Path CONTRACTS = Path.of("infra", "contracts");

    private MarketplaceRoot() {}

    static Path resolve(String first, String... more) {
        return root().resolve(Path.of(first, more));
    }

    private static Path root() {
        var given = System.getProperty("marketplace.root");
        if (given != null) {
            return Path.of(given);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(CONTRACTS))) {
                return folder;
            }
        }
        throw new IllegalStateException("Not inside the marketplace's repository; set -Dmarketplace.root");
    }
}

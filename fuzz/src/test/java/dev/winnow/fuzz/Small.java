package dev.winnow.fuzz;

import dev.winnow.engine.RulePack;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.Map;

/**
 * A small pack and universe that are read beside the mutated file. The smaller they are, the more inputs a search
 * tries.
 */
final class Small {

    private static final Path FOLDER = Path.of("src", "test", "resources", "packs");

    /** Texts of the pack by file name. */
    static final Map<String, String> PACK_FILES = Shipped.texts(FOLDER.resolve("tiny"));

    static final RulePack PACK = RulePack.load(FOLDER.resolve("tiny"));

    static final Universe UNIVERSE = Universe.read(PACK.vocabulary(), FOLDER.resolve("universe.yaml"));

    private Small() {}
}

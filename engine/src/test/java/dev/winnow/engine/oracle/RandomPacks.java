package dev.winnow.engine.oracle;

import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.vocabulary.FactTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Random packs within the pack law: the criteria and limits of the dense pack, and rules of their own. */
final class RandomPacks {

    /** The rule files of the dense pack, and whether their rules award. */
    private static final Map<String, Boolean> FILES = new TreeMap<>(Map.of(
            "demand", true, "place", true, "money", true, "talent", true, "chain", true, "worth", true, "order",
            false));

    private static final int RULES = 4;

    private RandomPacks() {}

    /** The folder of the pack that was put in a folder. */
    static Path files(Path folder) {
        return folder.resolve("dense");
    }

    /**
     * Writes a pack and reads it.
     *
     * @param declared what it declares
     * @param folder where it is put, in a folder of its own
     */
    static RulePack draw(long seed, Declarations declared, Path folder) {
        Path pack = files(folder);
        RandomRules rules = new RandomRules(
                seed,
                FactTypes.of(declared.vocabulary()),
                Packs.pack(Packs.dense()).limitTable(),
                new TreeSet<>(Set.of(
                        "demand", "place", "money", "talent", "chain", "worth"))); // in the same order in every Java
        try {
            Files.createDirectories(pack);
            for (String file : new String[] {"pack.yaml", "limits.yaml"}) {
                Files.copy(Packs.dense().resolve(file), pack.resolve(file));
            }
            Files.writeString(pack.resolve("vocabulary.yaml"), declared.text());
            for (Map.Entry<String, Boolean> file : FILES.entrySet()) {
                Files.writeString(
                        pack.resolve(file.getKey() + ".drl"),
                        rules.file("dense", file.getKey(), file.getValue(), RULES));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RulePack.draft(pack);
    }
}

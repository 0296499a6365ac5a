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

/** Random packs that obey the pack law: criteria and limits of the dense pack, with random rules. */
final class RandomPacks {

    /** The rule files of the dense pack; the value is whether their rules award points. */
    private static final Map<String, Boolean> FILES = new TreeMap<>(Map.of(
            "demand", true, "place", true, "money", true, "talent", true, "chain", true, "worth", true, "order",
            false));

    private static final int RULES = 4;

    private RandomPacks() {}

    /** The folder of the pack within a given folder. */
    static Path files(Path folder) {
        return folder.resolve("dense");
    }

    /**
     * Writes a pack and reads it.
     *
     * @param declared its declarations
     * @param folder the folder in which the pack's folder is created
     */
    static RulePack draw(long seed, Declarations declared, Path folder) {
        Path pack = files(folder);
        RandomRules rules = new RandomRules(
                seed,
                FactTypes.of(declared.vocabulary()),
                Packs.pack(Packs.dense()).limitTable(),
                new TreeSet<>(Set.of(
                        "demand", "place", "money", "talent", "chain", "worth"))); // the order is the same in every
        // Java version
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

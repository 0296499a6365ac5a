package dev.winnow.engine.compile;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.evaluate.Matcher;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JVM of its own beside others at the same cache. */
public final class CacheRun {

    private CacheRun() {}

    /**
     * A program that prints a digest of a screening, or writes to the cache until it is killed.
     *
     * @param arguments the folder of the cache; a pack and a universe to screen, or {@code write}
     */
    public static void main(String[] arguments) {
        PackCache cache = PackCache.at(Path.of(arguments[0]));
        if (arguments[1].equals("write")) {
            write(cache);
        }
        RulePack pack = RulePack.load(Path.of(arguments[1]), cache);
        System.out.println(results(pack, Universe.read(Path.of(arguments[2]))));
    }

    /** A digest of a screening by either evaluator, which is the same in every JVM, unlike the order of sets. */
    public static String results(RulePack pack, Universe universe) {
        StringBuilder results = new StringBuilder();
        for (Matcher matcher : Matcher.values()) {
            for (Assessment one : Screener.of(pack, matcher).screen(universe).assessments()) {
                results.append(one.project())
                        .append(one.city())
                        .append(one.verdict())
                        .append(one.score());
                one.findings()
                        .forEach(finding -> results.append(finding.rule())
                                .append(finding.contribution())
                                .append(finding.reason())
                                .append(finding.also())
                                .append(finding.facts()));
                one.undetermined().forEach(open -> results.append(open.rule()).append(open.missing()));
                results.append(one.questions()).append('\n');
            }
        }
        return Digest.of(results.toString()).toString();
    }

    /** Entries of 10 MB, over and over again, under two keys. */
    private static void write(PackCache cache) {
        byte[] bytes = new byte[10_000_000];
        for (int i = 0; i >= 0; i = (i + 1) % 100) {
            bytes[i] = (byte) i;
            cache.keep(Digest.of("key " + i % 2), new CompiledRules(List.of(), new TreeMap<>(Map.of("a", bytes))));
            if (i == 0) {
                System.out.println("written");
            }
        }
    }
}

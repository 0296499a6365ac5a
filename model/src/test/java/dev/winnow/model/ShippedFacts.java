package dev.winnow.model;

import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The facts that the shipped packs declare, for tests of universes that state them. */
public final class ShippedFacts {

    /** The core facts and those of all shipped packs. */
    public static final Vocabulary VOCABULARY = read();

    private ShippedFacts() {}

    private static Vocabulary read() {
        List<Problem> problems = new ArrayList<>();
        Vocabulary all = Vocabulary.core();
        try (Stream<Path> packs = Files.list(Checkout.HOME.resolve("rules"))) {
            for (Path pack : packs.sorted().toList()) {
                all = all.and(Vocabulary.read(pack, problems), problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.isEmpty()) {
            throw new AssertionError(
                    "the shipped packs declare common facts differently, or with problems: " + problems);
        }
        return all;
    }
}

package dev.winnow.ruletools.lsp;

import dev.winnow.model.vocabulary.Vocabulary;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The facts of all shipped packs, read on first use. Thread-safe. */
final class ShippedFacts implements Supplier<Vocabulary> {

    private final Supplier<Vocabulary> source;
    private @Nullable Vocabulary known;

    ShippedFacts(Supplier<Vocabulary> source) {
        this.source = source;
    }

    @Override
    public synchronized Vocabulary get() {
        Vocabulary vocabulary = known;
        if (vocabulary == null) {
            vocabulary = source.get();
            known = vocabulary;
        }
        return vocabulary;
    }
}

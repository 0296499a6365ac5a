package dev.winnow.console.option;

import dev.winnow.console.terminal.Notices;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.internal.history.FactsInUse;
import dev.winnow.model.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The {@code --rules} option of commands that run no rules but need a vocabulary. */
public final class VocabularyOption {

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description = "Folder of a rule pack whose facts may be stated besides those of the shipped packs; may be"
                    + " repeated.")
    private final List<String> packs = new ArrayList<>();

    /** Returns the packs as named on the command line. */
    public List<String> named() {
        return List.copyOf(packs);
    }

    /**
     * Returns the facts to ask for: those of the named packs, else those of the shipped packs that the universe uses.
     *
     * @param dossiers the facts that the universe states
     */
    public Vocabulary asked(Shipped shipped, List<Dossier> dossiers) {
        return packs.isEmpty() ? FactsInUse.of(shipped.vocabularies(), dossiers) : named(shipped, Vocabulary.core());
    }

    /** Returns the facts of the named packs, and those of the shipped packs that the universe uses. */
    public Vocabulary used(Shipped shipped, List<Dossier> dossiers) {
        return named(shipped, Vocabulary.core())
                .and(FactsInUse.of(shipped.vocabularies(), dossiers), new ArrayList<>());
    }

    /** Returns the core vocabulary with that of the named packs; without named packs, the given vocabulary. */
    public Vocabulary named(Shipped shipped, Vocabulary otherwise) {
        if (packs.isEmpty()) {
            return otherwise;
        }
        Vocabulary asked = Vocabulary.core();
        for (String named : packs) {
            asked = asked.and(
                    Vocabulary.read(shipped.find(Shipped.Kind.RULES, named), new ArrayList<>()), new ArrayList<>());
        }
        return asked;
    }

    /** Returns the facts that may be stated; reports problems in the packs' vocabularies. */
    public Vocabulary read(Shipped shipped, Notices notices) {
        List<Path> folders = packs.stream()
                .map(named -> shipped.find(Shipped.Kind.RULES, named))
                .toList();
        return shipped.vocabulary(folders, notices::problems);
    }
}

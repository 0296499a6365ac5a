package dev.winnow.model.internal.history;

import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Selects the vocabularies that a universe uses: the fewest that declare all its facts, starting with the one that
 * declares most. Facts of the other vocabularies do not count as missing.
 */
public final class FactsInUse {

    private FactsInUse() {}

    /** Returns the core vocabulary with those that the universe uses. */
    public static Vocabulary of(List<Vocabulary> vocabularies, List<Dossier> dossiers) {
        Set<String> stated = new TreeSet<>();
        for (Dossier dossier : dossiers) {
            stated.add(dossier.kind());
            dossier.stated().forEach(fact -> stated.add(dossier.kind() + "." + fact.property()));
        }
        stated.retainAll(declared(vocabularies));
        List<Vocabulary> left = new ArrayList<>(vocabularies);
        Vocabulary used = Vocabulary.core();
        while (!stated.isEmpty()) {
            Vocabulary most = left.stream()
                    .max(Comparator.comparing((Vocabulary one) -> declaredOf(one, stated))
                            .thenComparing(one -> -declared(one).size()))
                    .orElseThrow();
            stated.removeAll(declared(most));
            left.remove(most);
            used = used.and(most, new ArrayList<>());
        }
        return used;
    }

    private static long declaredOf(Vocabulary vocabulary, Set<String> stated) {
        return declared(vocabulary).stream().filter(stated::contains).count();
    }

    private static Set<String> declared(List<Vocabulary> vocabularies) {
        Set<String> all = new LinkedHashSet<>();
        vocabularies.forEach(one -> all.addAll(declared(one)));
        return all;
    }

    /**
     * Returns the facts and lists of a vocabulary as dossiers name them: {@code project.itLoad}, or the kind of a
     * list's rows.
     */
    private static Set<String> declared(Vocabulary vocabulary) {
        Set<String> names = new LinkedHashSet<>();
        vocabulary
                .ofProject()
                .forEach(one -> names.add("project." + one.component().name()));
        vocabulary.ofCity().forEach(one -> names.add("city." + one.component().name()));
        vocabulary.lists().forEach(list -> names.add(Dossier.kind(list.row())));
        return names;
    }
}

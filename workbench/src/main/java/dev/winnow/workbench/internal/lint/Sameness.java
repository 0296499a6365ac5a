package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.workbench.internal.lint.Atom.Among;
import dev.winnow.workbench.internal.lint.Atom.Compared;
import dev.winnow.workbench.internal.lint.Atom.Listed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds contradictions among equalities of texts, flags and lists, and the words they may have. */
final class Sameness {

    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final List<Compared> different = new ArrayList<>();
    private final List<Among> among = new ArrayList<>();
    private final List<Listed> listed = new ArrayList<>();

    void add(Compared atom) {
        String left = root(atom.left());
        String right = root(atom.right());
        if (atom.sign() == Comparison.SAME) {
            parents.put(left, right);
        } else {
            different.add(atom);
        }
    }

    void add(Among atom) {
        root(atom.item());
        among.add(atom);
    }

    void add(Listed atom) {
        root(atom.item());
        root(atom.list());
        listed.add(atom);
    }

    private String root(Term term) {
        terms.putIfAbsent(term.key(), term);
        return root(term.key());
    }

    private String root(String key) {
        String at = key;
        while (!at.equals(parents.getOrDefault(at, at))) {
            at = parents.getOrDefault(at, at);
        }
        return at;
    }

    /** Whether the added conditions contradict each other. */
    boolean isImpossible() {
        Map<String, Set<String>> words = words();
        if (words.values().stream().anyMatch(Set::isEmpty)) {
            return true;
        }
        for (Compared pair : different) {
            if (isSame(pair.left(), pair.right(), words)) {
                return true;
            }
        }
        for (Listed in : listed) {
            for (Listed out : listed) {
                if (in.in()
                        && !out.in()
                        && root(in.list()).equals(root(out.list()))
                        && isSame(in.item(), out.item(), words)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSame(Term one, Term other, Map<String, Set<String>> words) {
        if (root(one).equals(root(other))) {
            return true;
        }
        Set<String> left = words.get(root(one));
        Set<String> right = words.get(root(other));
        return left != null && right != null && left.size() == 1 && left.equals(right);
    }

    /** Returns the possible words of each group of equal values; unrestricted groups are left out. */
    private Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        for (Term term : terms.values()) {
            if (term.constant() != null) {
                keep(words, term, Set.of(term.constant()));
            } else if (!term.words().isEmpty()) {
                keep(words, term, Set.copyOf(term.words()));
            }
        }
        among.stream().filter(Among::in).forEach(atom -> keep(words, atom.item(), atom.words()));
        among.stream().filter(atom -> !atom.in()).forEach(atom -> lose(words, atom.item(), atom.words()));
        for (Compared pair : different) {
            String left = pair.left().constant();
            String right = pair.right().constant();
            if (right != null && left == null) {
                lose(words, pair.left(), Set.of(right));
            } else if (left != null && right == null) {
                lose(words, pair.right(), Set.of(left));
            }
        }
        return words;
    }

    private void keep(Map<String, Set<String>> words, Term term, Set<String> kept) {
        Set<String> left = words.get(root(term));
        if (left == null) {
            words.put(root(term), new LinkedHashSet<>(kept));
        } else {
            left.retainAll(kept);
        }
    }

    private void lose(Map<String, Set<String>> words, Term term, Set<String> lost) {
        @Nullable Set<String> left = words.get(root(term));
        if (left != null) {
            left.removeAll(lost);
        }
    }
}

package dev.winnow.analysis.internal.chains;

import dev.winnow.analysis.internal.compare.Approvals;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;

/**
 * Hypothetical projects, each occupying one link and otherwise unknown.
 *
 * @param prefix the prefix of their ids, which no other project has
 * @param claims the facts that a project can claim: they count as no until stated
 */
record Hypothesis(String prefix, List<String> claims) {

    private static final String NEWCOMER = "newcomer-on-";

    /** @param vocabulary the facts that the pack's rules may read */
    static Hypothesis of(Universe universe, Vocabulary vocabulary) {
        String prefix = NEWCOMER;
        while (isTaken(universe, prefix) || isTaken(universe, "claiming-" + prefix)) {
            prefix = "another-" + prefix;
        }
        return new Hypothesis(prefix, claims(vocabulary));
    }

    private static List<String> claims(Vocabulary vocabulary) {
        return vocabulary.ofProject().stream()
                .map(DeclaredProperty::component)
                .filter(component -> component.kind() == Component.Kind.FLAG && !component.nullable())
                .map(Component::name)
                .toList();
    }

    private static boolean isTaken(Universe universe, String prefix) {
        return universe.projectIds().stream().anyMatch(id -> id.startsWith(prefix));
    }

    /** The id of the hypothetical project that occupies a link. */
    String id(String link, boolean claiming) {
        return (claiming ? "claiming-" : "") + prefix + link;
    }

    /** The hypothetical projects, as the text of a file of candidates. */
    String file(List<String> links, boolean claiming) {
        StringBuilder file = new StringBuilder("projects:\n");
        for (String link : links) {
            file.append("  - id: ").append(Approvals.quoted(id(link, claiming))).append('\n');
            file.append("    links: [").append(Approvals.quoted(link)).append("]\n");
            if (claiming) {
                claims.forEach(claim -> file.append("    ").append(claim).append(": true\n"));
            }
        }
        return file.toString();
    }
}

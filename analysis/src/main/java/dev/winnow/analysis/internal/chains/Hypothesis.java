package dev.winnow.analysis.internal.chains;

import dev.winnow.engine.RulePack;
import dev.winnow.model.internal.assumption.Assumable.Subject;
import dev.winnow.model.internal.assumption.Filling;
import dev.winnow.model.source.YamlText;
import dev.winnow.model.universe.Universe;
import java.util.List;
import java.util.Objects;

/**
 * Hypothetical projects, each occupying one link and otherwise unknown.
 *
 * @param prefix the prefix of their ids, which no other project has
 * @param claims the facts that a project can claim: the pack assumes each to be no where it is not stated
 */
record Hypothesis(String prefix, List<String> claims) {

    private static final String NEWCOMER = "newcomer-on-";

    static Hypothesis of(Universe universe, RulePack pack) {
        String prefix = NEWCOMER;
        while (isTaken(universe, prefix) || isTaken(universe, "claiming-" + prefix)) {
            prefix = "another-" + prefix;
        }
        return new Hypothesis(prefix, claims(pack));
    }

    private static List<String> claims(RulePack pack) {
        return pack.assumptions().list().stream()
                .filter(one -> one.about().subject() == Subject.PROJECT
                        && one.where().isEmpty()
                        && one.filling() instanceof Filling.Value value
                        && Boolean.FALSE.equals(value.value()))
                .map(one -> Objects.requireNonNull(one.about().component()).name())
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
            file.append("  - id: ").append(YamlText.quoted(id(link, claiming))).append('\n');
            file.append("    links: [").append(YamlText.quoted(link)).append("]\n");
            if (claiming) {
                claims.forEach(claim -> file.append("    ").append(claim).append(": true\n"));
            }
        }
        return file.toString();
    }
}

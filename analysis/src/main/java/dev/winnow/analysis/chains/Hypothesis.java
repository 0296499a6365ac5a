package dev.winnow.analysis.chains;

import dev.winnow.analysis.compare.Approvals;
import dev.winnow.model.universe.Universe;
import java.util.List;

/**
 * Hypothetical projects, each occupying one link and otherwise unknown.
 *
 * @param prefix what their ids begin with, as no other project's does
 */
record Hypothesis(String prefix) {

    private static final String NEWCOMER = "newcomer-on-";

    static Hypothesis of(Universe universe) {
        String prefix = NEWCOMER;
        while (isTaken(universe, prefix) || isTaken(universe, "claiming-" + prefix)) {
            prefix = "another-" + prefix;
        }
        return new Hypothesis(prefix);
    }

    private static boolean isTaken(Universe universe, String prefix) {
        return universe.projectIds().stream().anyMatch(id -> id.startsWith(prefix));
    }

    /** The id of the project on a link. */
    String id(String link, boolean claiming) {
        return (claiming ? "claiming-" : "") + prefix + link;
    }

    /** The hypothetical projects as a file of candidates. */
    String file(List<String> links, boolean claiming) {
        StringBuilder file = new StringBuilder("projects:\n");
        for (String link : links) {
            file.append("  - id: ").append(Approvals.quoted(id(link, claiming))).append('\n');
            file.append("    links: [").append(Approvals.quoted(link)).append("]\n");
            if (claiming) {
                file.append("    claimsScale: true\n    claimsScarcity: true\n");
            }
        }
        return file.toString();
    }
}

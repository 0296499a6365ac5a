package dev.winnow.report.internal.text;

import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.List;

/**
 * The options of {@code winnow evidence} with the selected dossiers.
 *
 * @param root the folder of all places, as they begin with it; empty for several folders
 * @param day the day whose knowledge is shown
 * @param hindsight whether facts learnt afterwards are included
 * @param dossiers the dossiers of the requested subjects
 * @param conflicts whether to show contradictions between sources
 * @param gaps whether to show unknown facts
 * @param facts whether to show known facts
 */
public record EvidenceQuery(
        Universe universe,
        String root,
        LocalDate day,
        boolean hindsight,
        List<Dossier> dossiers,
        boolean conflicts,
        boolean gaps,
        boolean facts) {

    public EvidenceQuery {
        dossiers = List.copyOf(dossiers);
    }

    /** Shortens the places in a text by the folder of the universe. */
    public String within(String text) {
        return root.isEmpty() ? text : text.replace(root, "");
    }

    /** Returns whether a subject has nothing to show. */
    public boolean isSilent(Dossier dossier) {
        return !(facts && !dossier.stated().isEmpty())
                && !(conflicts && !dossier.conflicts().isEmpty())
                && !(gaps && gaps(dossier) > 0);
    }

    /** Returns the number of unknown facts and open lists of a subject. */
    static int gaps(Dossier dossier) {
        return dossier.unknown().size() + dossier.open().size();
    }
}

package dev.winnow.report.internal.text;

import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.List;

/**
 * The options of {@code winnow evidence} with the dossiers that they select.
 *
 * @param root the folder that all places are in, as they begin with it; empty for several
 * @param day what was known that day
 * @param hindsight whether what was learnt afterwards is in it
 * @param dossiers of the subjects asked for
 * @param conflicts whether to say where sources disagree
 * @param gaps whether to say what is not known
 * @param facts whether to say what is known
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

    /** A place or a sentence with places, which the folder of the universe makes no longer. */
    public String within(String text) {
        return root.isEmpty() ? text : text.replace(root, "");
    }

    /** Whether a subject has anything that is asked for. */
    public boolean isSilent(Dossier dossier) {
        return !(facts && !dossier.stated().isEmpty())
                && !(conflicts && !dossier.conflicts().isEmpty())
                && !(gaps && gaps(dossier) > 0);
    }

    /** How many things are not known of a subject. */
    static int gaps(Dossier dossier) {
        return dossier.unknown().size() + dossier.open().size();
    }
}

package dev.winnow.model;

import java.util.List;
import java.util.Map;

/**
 * Reads projects one by one as a universe would, keeping none: for files that are too long to be held. What one project
 * says is checked whole; that no other has its id is for the caller to see to.
 *
 * <p>Not thread-safe.
 */
public final class EntryCheck {

    private final ProjectReader reader;
    private final Map<String, ToldProject> known;

    /** @param universe gives the ids that projects may name, and those that are taken */
    public EntryCheck(Universe universe) {
        Account account = universe.account();
        this.reader = new ProjectReader(account.words());
        this.known = account.projects();
    }

    /** Adds what is wrong with a project; whether it can be taken. */
    public boolean project(Node entry, List<Problem> problems) {
        String id = ToldReader.id(entry);
        ToldProject earlier = id == null ? null : known.get(id);
        if (earlier != null) {
            problems.add(ToldReader.idNode(entry)
                    .problem(
                            "the project `" + id + "` is given already at "
                                    + earlier.told().of("id").get(0).place(),
                            null));
            return false;
        }
        return reader.read(entry, true, false, problems) != null;
    }
}

package dev.winnow.engine;

import dev.winnow.engine.FusedFront.Tuple;
import dev.winnow.engine.FusedStep.Equality;
import dev.winnow.model.Milestone;
import dev.winnow.model.Project;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the ways in which rules hold for candidates of one city, one candidate after the other. One thread. */
final class FusedRun {

    private final Conditions conditions;
    private final Surroundings surroundings;
    private final FusedWalk walk;
    /** By number: what a look-up that rules share has found for the candidate, and for which candidate that was. */
    private final @Nullable Marks[] shared;

    private final int[] sharedFor;
    private final @Nullable Marks[] selected = new Marks[2];
    private @Nullable Project candidate;
    private @Nullable Shelf milestones;
    private int turn;

    /** @param lookups how many look-ups rules share */
    FusedRun(Conditions conditions, Surroundings surroundings, int lookups, long most) {
        this.conditions = conditions;
        this.surroundings = surroundings;
        this.walk = new FusedWalk(conditions, most);
        this.shared = new Marks[lookups];
        this.sharedFor = new int[lookups];
    }

    /** What the patterns of the way that was just told of matched, at their places. */
    @Nullable
    Object[] facts() {
        return walk.facts();
    }

    /** What its counts and sums come to. */
    double[] ends() {
        return walk.ends();
    }

    /** Turns to a candidate. */
    void turnTo(Project project) {
        candidate = project;
        milestones = null;
        turn++;
    }

    /** Tells of the ways in which a rule holds for the candidate, until the listener has heard enough. */
    void run(FusedFront front, FusedWalk.Listener listener) {
        Project project = candidate;
        if (project == null || front.tuples().isEmpty()) {
            return;
        }
        FusedStep asked = front.rule().candidate();
        int own = asked.alone() < 0 ? Conditions.CERTAINLY : conditions.alone(asked.alone(), project);
        if (own == Conditions.NOT) {
            return;
        }
        walk.begin(front.rule(), behind(front, project), listener);
        Stand looked = front.looked();
        if (looked == null) {
            tell(front, project, 0, front.tuples().size(), own);
            return;
        }
        Marks marks = selected(looked, asked.keys(), project);
        for (int word = 0; word < marks.possible().length; word++) {
            for (long left = marks.possible()[word]; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                int meets = Marks.isSet(marks.certain(), row) ? own : Math.min(own, Conditions.POSSIBLY);
                if (!tell(front, project, front.from(row), front.from(row + 1), meets)) {
                    return;
                }
            }
        }
    }

    private boolean tell(FusedFront front, Project project, int first, int end, int truth) {
        FusedStep asked = front.rule().candidate();
        @Nullable Object[] facts = walk.facts();
        for (int i = first; i < end; i++) {
            Tuple tuple = front.tuples().get(i);
            int holds = Math.min(truth, tuple.truth());
            tuple.putInto(facts, walk.ends());
            facts[asked.pattern()] = project;
            if (asked.joint() >= 0) {
                holds = Math.min(holds, conditions.joint(asked.joint(), facts));
            }
            if (holds != Conditions.NOT && !walk.from(0, holds)) {
                return false;
            }
        }
        return true;
    }

    /** The rows that meet all keys of the candidate. */
    private Marks selected(Stand looked, List<Equality> keys, Project project) {
        Marks marks = find(looked, 0, keys.get(0), project);
        for (int i = 1; i < keys.size(); i++) {
            Marks both = FusedWalk.room(selected, 0, looked.shelf());
            both.setBoth(marks, find(looked, i, keys.get(i), project));
            marks = both;
        }
        Marks met = FusedWalk.room(selected, 1, looked.shelf());
        met.setBoth(marks, looked.meeting());
        return met;
    }

    private Marks find(Stand looked, int key, Equality by, Project project) {
        int number = by.shared();
        Marks found = shared[number];
        if (found == null) {
            found = Marks.none(looked.shelf().words());
            shared[number] = found;
        }
        if (sharedFor[number] != turn) {
            sharedFor[number] = turn;
            looked.indexes().get(key).find(conditions.read(by.value(), project), by.many(), found);
        }
        return found;
    }

    private List<Stand> behind(FusedFront front, Project project) {
        List<Stand> stands = new ArrayList<>(front.behind().size());
        for (int i = 0; i < front.behind().size(); i++) {
            Stand stand = front.behind().get(i);
            stands.add(stand == null ? milestone(front.rule().behind().get(i), project) : stand);
        }
        return stands;
    }

    /** A candidate's milestones are its own, so they stand on a shelf of their own. */
    private Stand milestone(FusedStep step, Project project) {
        Shelf shelf = milestones;
        if (shelf == null) {
            shelf = new Shelf(step.type(), surroundings.rows(Milestone.class, project), conditions);
            milestones = shelf;
        }
        return Stand.of(step, step.keys(), shelf);
    }
}

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
    private final @Nullable Marks[] selected = new Marks[1];
    private @Nullable Project candidate;
    private @Nullable List<?> reached;
    private @Nullable Shelf milestones;
    private @Nullable Share share;
    private int turn;

    /**
     * One that has turned to nobody yet.
     *
     * @param most how many rows may be tried for one rule and candidate
     */
    FusedRun(FusedPlan plan, Conditions conditions, Surroundings surroundings, long most) {
        this.conditions = conditions;
        this.surroundings = surroundings;
        this.walk = new FusedWalk(conditions, plan.keepings(), most);
        this.shared = new Marks[plan.lookups()];
        this.sharedFor = new int[plan.lookups()];
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
        reached = null;
        milestones = null;
        turn++;
        walk.turn();
    }

    /** What the way that was just told of earns, if that was known before it; null otherwise. */
    @Nullable
    Share share() {
        return share;
    }

    /** How far the candidate meets what a rule asks of it alone. */
    int own(FusedFront front) {
        int asked = front.alone();
        return front.best() == Conditions.NOT
                ? Conditions.NOT
                : asked < 0 ? Conditions.CERTAINLY : conditions.alone(asked, project());
    }

    /**
     * How far a rule holds of which nothing is asked behind its front.
     *
     * @param own how far the candidate meets what it asks of it alone; not NOT
     */
    int met(FusedFront front, int own) {
        Stand looked = front.looked();
        Marks met = front.met();
        if (looked == null || met == null) {
            return Math.min(own, front.best());
        }
        Marks marks = found(looked, front.rule().candidate().keys());
        int some = Conditions.NOT;
        for (int word = 0; word < marks.possible().length; word++) {
            if ((marks.certain()[word] & met.certain()[word]) != 0) {
                return own;
            }
            if ((marks.possible()[word] & met.possible()[word]) != 0) {
                some = Conditions.POSSIBLY;
            }
        }
        return some;
    }

    /**
     * Tells of the ways in which a rule holds for the candidate, until the listener has heard enough.
     *
     * @param own how far the candidate meets what it asks of it alone; not NOT
     */
    void run(FusedFront front, int own, FusedWalk.Listener listener) {
        walk.begin(front.rule(), behind(front), listener);
        Stand looked = front.looked();
        Marks met = front.met();
        if (looked == null || met == null) {
            tell(front, 0, front.tuples().size(), own, listener);
            return;
        }
        Marks marks = found(looked, front.rule().candidate().keys());
        for (int word = 0; word < marks.possible().length; word++) {
            long possible = marks.possible()[word] & met.possible()[word];
            for (long left = possible; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                int meets = Marks.isSet(marks.certain(), row) ? own : Math.min(own, Conditions.POSSIBLY);
                if (!tell(front, front.from(row), front.from(row + 1), meets, listener)) {
                    return;
                }
            }
        }
    }

    private boolean tell(FusedFront front, int first, int end, int truth, FusedWalk.Listener listener) {
        int joint = front.joint();
        @Nullable Object[] facts = walk.facts();
        for (int i = first; i < end; i++) {
            Tuple tuple = front.tuples().get(i);
            int holds = Math.min(truth, tuple.truth());
            share = tuple.share();
            if (share == null || !front.endsHere() || listener.readsFacts()) {
                tuple.putInto(facts, walk.ends());
                facts[front.rule().candidate().pattern()] = project();
            }
            if (joint >= 0) {
                holds = Math.min(holds, conditions.joint(joint, facts));
            }
            if (holds != Conditions.NOT && !walk.from(0, holds)) {
                return false;
            }
        }
        return true;
    }

    private Project project() {
        Project turnedTo = candidate;
        if (turnedTo == null) {
            throw new IllegalStateException("no candidate");
        }
        return turnedTo;
    }

    /** The rows that the candidate looks up by all its keys. */
    private Marks found(Stand looked, List<Equality> keys) {
        Marks marks = find(looked, 0, keys.get(0));
        for (int i = 1; i < keys.size(); i++) {
            Marks both = FusedWalk.room(selected, 0, looked.shelf());
            both.setBoth(marks, find(looked, i, keys.get(i)));
            marks = both;
        }
        return marks;
    }

    private Marks find(Stand looked, int key, Equality by) {
        int number = by.shared();
        Marks found = shared[number];
        if (found == null) {
            found = Marks.none(looked.shelf().words());
            shared[number] = found;
        }
        if (sharedFor[number] != turn) {
            sharedFor[number] = turn;
            Object value = conditions.read(by.value(), project());
            looked.indexes().get(key).find(value, by.many(), by.negated(), found);
        }
        return found;
    }

    /** The steps behind the candidate, with the milestones that it has reached. */
    private List<Stand> behind(FusedFront front) {
        if (!front.hasMilestones() || reached().isEmpty()) {
            return front.behind();
        }
        List<Stand> stands = new ArrayList<>(front.behind().size());
        for (Stand stand : front.behind()) {
            stands.add(stand.step().type().record() == Milestone.class ? milestone(stand.step()) : stand);
        }
        return stands;
    }

    private List<?> reached() {
        List<?> known = reached;
        if (known == null) {
            known = surroundings.rows(Milestone.class, project());
            reached = known;
        }
        return known;
    }

    /** A candidate's milestones are its own, so they stand on a shelf of their own. */
    private Stand milestone(FusedStep step) {
        Shelf shelf = milestones;
        if (shelf == null) {
            shelf = new Shelf(step.type(), reached(), conditions);
            milestones = shelf;
        }
        return Stand.of(step, step.keys(), shelf);
    }
}

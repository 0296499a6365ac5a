package dev.winnow.papers.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that decided on projects, as its file states it.
 *
 * @param title its title; null if none is given
 * @param day its day; null if none is given
 * @param place its place; null if none is given
 * @param chair the chair; null if none is named
 * @param secretary the writer of the minutes; null if none is named
 * @param present the members who were present
 * @param absent the members who were absent
 * @param recusals the members who did not take part in a decision
 * @param votes the votes
 */
public record Meeting(
        @Nullable String title,
        @Nullable LocalDate day,
        @Nullable String place,
        @Nullable String chair,
        @Nullable String secretary,
        List<Member> present,
        List<Member> absent,
        List<Recusal> recusals,
        List<Vote> votes) {

    /** A meeting without a file. */
    public static final Meeting NONE =
            new Meeting(null, null, null, null, null, List.of(), List.of(), List.of(), List.of());

    public Meeting {
        present = List.copyOf(present);
        absent = List.copyOf(absent);
        recusals = List.copyOf(recusals);
        votes = List.copyOf(votes);
    }

    /**
     * A member.
     *
     * @param organisation the organisation; null if none is given
     */
    public record Member(String name, @Nullable String organisation) {

        public Member {
            Objects.requireNonNull(name);
        }
    }

    /**
     * A recusal.
     *
     * @param name the name of the member
     * @param project the id of the project
     * @param reason the reason
     */
    public record Recusal(String name, String project, String reason) {

        public Recusal {
            Objects.requireNonNull(name);
            Objects.requireNonNull(project);
            Objects.requireNonNull(reason);
        }
    }

    /**
     * The votes on a decision.
     *
     * @param project the id of the project
     * @param city the id of the city
     */
    public record Vote(String project, String city, int approving, int against, int abstained) {

        public Vote {
            Objects.requireNonNull(project);
            Objects.requireNonNull(city);
            if (approving < 0 || against < 0 || abstained < 0) {
                throw new IllegalArgumentException("a number of votes is negative");
            }
        }

        /** Returns the number of members who voted. */
        int all() {
            return approving + against + abstained;
        }
    }

    /** Returns the recusals from a project. */
    List<Recusal> recusals(String project) {
        return recusals.stream().filter(one -> one.project().equals(project)).toList();
    }

    /** Returns the vote on a project in a city; null if there is none. */
    @Nullable
    Vote vote(String project, String city) {
        return votes.stream()
                .filter(one -> one.project().equals(project) && one.city().equals(city))
                .findFirst()
                .orElse(null);
    }
}

package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Kind;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.workbench.internal.lint.Atom.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All conditions under which several rules hold together for one candidate in one city. */
final class Claims {

    /**
     * A necessary condition of a rule.
     *
     * @param written the condition as in the rule file
     * @param spot its position
     * @param ways the condition in normal form
     */
    record Claim(String written, TokenPosition spot, Alternatives ways) {}

    /** A pattern of one of the rules, and the prefix of the names of its rows. */
    private record Seat(CheckedRule checked, String prefix, int index) {

        Pattern pattern() {
            return checked.rule().patterns().get(index);
        }

        String row() {
            return Terms.row(checked, prefix, index);
        }

        Terms terms() {
            return terms(this);
        }

        /** Returns the terms with another row for the pattern. */
        Terms terms(Seat as) {
            String other = as.row();
            return new Terms(checked, at -> at == index ? other : Terms.row(checked, prefix, at));
        }
    }

    private final List<CheckedRule> rules;
    private final LimitTable limits;
    private final LintBudget budget;
    private final List<Seat> seats = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    private Claims(List<CheckedRule> rules, LimitTable limits, LintBudget budget) {
        this.rules = rules;
        this.budget = budget;
        this.limits = limits;
        for (CheckedRule rule : rules) {
            for (int i = 0; i < rule.types().size(); i++) {
                Seat seat = new Seat(rule, "row " + rule.id() + " ", i);
                if (!seat.pattern().type().equals("Limit")) {
                    seats.add(seat);
                }
            }
        }
        seats.stream().filter(seat -> seat.pattern().kind() == Kind.FACT).forEach(this::fact);
        seats.stream().filter(seat -> seat.pattern().kind() == Kind.NOT).forEach(this::absence);
        seats.forEach(seat -> {
            Total total = seat.pattern().total();
            if (total != null) {
                total(seat, total);
            }
        });
    }

    static Claims of(LimitTable limits, LintBudget budget, CheckedRule... rules) {
        return new Claims(List.of(rules), limits, budget);
    }

    /** Returns the conditions of a pattern, with conjunctions split into their parts. */
    static List<Expression> conditions(Pattern pattern) {
        return pattern.conditions().stream().flatMap(Claims::flat).toList();
    }

    private static Stream<Expression> flat(Expression test) {
        return test instanceof And and ? and.parts().stream().flatMap(Claims::flat) : Stream.of(test);
    }

    private void fact(Seat seat) {
        Terms terms = seat.terms();
        for (Expression test : conditions(seat.pattern())) {
            claims.add(new Claim(PatternText.of(test), PatternText.extent(test), terms.of(seat.index(), test, true)));
        }
    }

    /** Adds the claim that no row matched by another pattern satisfies a {@code not}. */
    private void absence(Seat absent) {
        for (Seat seat : seats) {
            if (isRow(seat, absent)) {
                Alternatives ways = absent.terms(seat).all(absent.index(), false);
                claims.add(new Claim(
                        PatternText.of(absent.pattern()), absent.pattern().spot(), ways));
            }
        }
    }

    private static boolean isRow(Seat seat, Seat of) {
        return seat.pattern().kind() == Kind.FACT
                && seat.pattern().type().equals(of.pattern().type());
    }

    private void total(Seat seat, Total total) {
        Terms terms = seat.terms();
        Term term = terms.total(seat.index());
        for (Seat row : seats) {
            if (isRow(row, seat)) {
                atLeast(seat, row, total, term);
            }
        }
        if (isEmpty(seat)) {
            Alternatives none = Alternatives.of(new Compared(term, Comparison.AT_MOST, Term.number("0")));
            claims.add(new Claim(PatternText.of(seat.pattern()), seat.pattern().spot(), none));
        }
        claims.add(new Claim(
                PatternText.comparison(total), PatternText.extent(total), terms.comparison(seat.index(), total)));
    }

    /** Adds the claim that a count includes a row of another pattern that satisfies its conditions. */
    private void atLeast(Seat seat, Seat row, Total total, Term term) {
        Terms same = seat.terms(row);
        Term least = total.argument() == null ? Term.number("1") : same.of(seat.index(), total.argument());
        Alternatives counts = Alternatives.of(new Compared(term, Comparison.AT_LEAST, least));
        claims.add(new Claim(
                PatternText.of(row.pattern()),
                row.pattern().spot(),
                same.all(seat.index(), false).or(counts)));
    }

    /** Whether no row can satisfy the conditions of a pattern. */
    private boolean isEmpty(Seat seat) {
        return proof().isImpossible(List.of(seat.terms().all(seat.index(), true)));
    }

    private Proof proof() {
        TreeSet<String> ids = new TreeSet<>();
        rules.forEach(rule -> ids.addAll(Reads.limits(rule)));
        return new Proof(limits.spans(ids), budget);
    }

    /** Whether the claims are proved to contradict each other. */
    boolean isImpossible() {
        return proof().isImpossible(ways(claims));
    }

    /** Returns a minimal set of contradicting claims, in reading order; empty if no contradiction is proved. */
    List<Claim> clash() {
        Proof proof = proof();
        if (!proof.isImpossible(ways(claims))) {
            return List.of();
        }
        List<Claim> kept = new ArrayList<>(claims);
        for (int i = kept.size() - 1; i >= 0; i--) {
            List<Claim> without = new ArrayList<>(kept);
            without.remove(i);
            if (proof.isImpossible(ways(without))) {
                kept = without;
            }
        }
        return kept;
    }

    private static List<Alternatives> ways(List<Claim> claims) {
        return claims.stream().map(Claim::ways).toList();
    }
}

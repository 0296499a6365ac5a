package dev.winnow.report.json;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.RuleReads;
import dev.winnow.engine.RuleReads.LimitRead;
import dev.winnow.language.RuleSummary;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.value.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a pack and the facts they read. */
record RuleListContract(int schema, Edition pack, List<Rule> rules, List<Fact> facts) {

    static RuleListContract of(RulePack pack, LocalDate day) {
        List<RuleReads> rules = RuleReads.of(pack, day);
        return new RuleListContract(
                Contract.SCHEMA,
                new Edition(pack.name(), pack.version(), pack.digest()),
                Contract.list(rules, Rule::of),
                Contract.list(RuleReads.readers(rules).entrySet(), fact -> new Fact(fact.getKey(), fact.getValue())));
    }

    record Fact(String fact, List<String> rules) {}

    record Rule(
            String rule,
            String title,
            String criterion,
            Effect effect,
            @Nullable BigDecimal points,
            @Nullable String family,
            @Nullable ChainAction action,
            String source,
            @Nullable String table,
            int line,
            List<String> facts,
            List<Limit> limits) {

        static Rule of(RuleReads reads) {
            RuleSummary rule = reads.rule();
            return new Rule(
                    rule.id(),
                    rule.title(),
                    rule.criterion(),
                    rule.effect(),
                    rule.effect().hasPoints() ? rule.points() : null,
                    rule.family(),
                    rule.action(),
                    rule.source(),
                    rule.table(),
                    rule.place().line(),
                    reads.facts(),
                    Contract.list(reads.limits(), Limit::of));
        }
    }

    record Limit(
            String id, @Nullable BigDecimal value, @Nullable String unit) {

        static Limit of(LimitRead limit) {
            Figure value = limit.value();
            return value == null
                    ? new Limit(limit.id(), null, null)
                    : new Limit(
                            limit.id(), value.value().decimal(), value.unit().id());
        }
    }
}

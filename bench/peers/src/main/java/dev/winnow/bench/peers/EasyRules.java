package dev.winnow.bench.peers;

import java.util.function.BiFunction;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.BasicRule;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jspecify.annotations.Nullable;

/**
 * The rules in Easy Rules. A rule there is a condition and an action in plain Java over named facts, without joins,
 * counts or unknown values. So its conditions are the loops of {@link HandWritten}, and its actions store the findings.
 */
final class EasyRules implements Peer<Candidate, Rows> {

    private static final String CANDIDATE = "candidate";
    private static final String CITY = "city";

    private final DefaultRulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();
    private Findings findings = new Findings();

    EasyRules() {
        ofProject(Rule.END_MARKET_AT_SCALE, HandWritten::endMarketAtScale);
        ofProject(Rule.PARTS_AT_SCALE, HandWritten::partsAtScale);
        ofProject(Rule.LOCAL_LEAD_USERS, HandWritten::localLeadUsers);
        ofProject(Rule.SEVERAL_END_MARKETS, (project, city) -> HandWritten.severalEndMarkets(project));
        ofProject(Rule.LOCAL_USER_CO_INVESTS, HandWritten::localUserCoInvests);
        ofProject(Rule.STAGES_COVERED, HandWritten::stagesCovered);
        ofProject(Rule.CLUSTER_IN_DISTRICT, HandWritten::clusterInDistrict);
        ofProject(Rule.FUNDS_COVER_NEED, HandWritten::fundsCoverNeed);
        ofProject(Rule.MANDATE_COVERS_TRACK, HandWritten::mandateCoversTrack);
        of(Rule.NO_MONEY_IN_SIGHT, HandWritten::noMoneyInSight);
        ofProject(Rule.BUILDS_CHAIN, HandWritten::buildsChain);
        ofProject(Rule.FILLS_GAP, HandWritten::fillsGap);
        ofProject(Rule.EXTENDS_CHAIN, HandWritten::extendsChain);
        ofProject(Rule.DUPLICATES_WHAT_IS_THERE, HandWritten::duplicates);
        ofProject(Rule.YIELD_REACHED, (project, city) -> HandWritten.yieldReached(project));
        ofProject(Rule.GENERATIONS_SHIPPED, (project, city) -> HandWritten.generationsShipped(project));
        ofProject(Rule.TECHNOLOGY_CAPPED_WITHOUT_DEMAND, HandWritten::cappedWithoutDemand);
    }

    private void ofProject(Rule rule, BiFunction<dev.winnow.model.domain.Project, Rows, @Nullable Finding> condition) {
        of(rule, (candidate, city) -> condition.apply(candidate.project(), city));
    }

    private void of(Rule rule, BiFunction<Candidate, Rows, @Nullable Finding> condition) {
        rules.register(new BasicRule(rule.id()) {
            private @Nullable Finding found;

            @Override
            public boolean evaluate(Facts facts) {
                Candidate candidate = facts.get(CANDIDATE);
                Rows city = facts.get(CITY);
                found = condition.apply(candidate, city);
                return found != null;
            }

            @Override
            public void execute(Facts facts) {
                findings.add(found);
            }
        });
    }

    @Override
    public Candidate project(Candidate candidate) {
        return candidate;
    }

    @Override
    public Rows city(Town town) {
        return new Rows(town);
    }

    @Override
    public Findings findings(Candidate candidate, Rows city) {
        findings = new Findings();
        Facts facts = new Facts();
        facts.put(CANDIDATE, candidate);
        facts.put(CITY, city);
        engine.fire(rules, facts);
        return findings;
    }
}

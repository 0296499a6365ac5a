package dev.winnow.bench.peers;

import dev.winnow.bench.peers.Plain.Applicant;
import dev.winnow.bench.peers.Plain.Chain;
import dev.winnow.bench.peers.Plain.Holding;
import dev.winnow.bench.peers.Plain.Link;
import dev.winnow.bench.peers.Plain.Market;
import dev.winnow.bench.peers.Plain.Money;
import dev.winnow.bench.peers.Plain.Quarter;
import dev.winnow.bench.peers.Plain.User;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.FactHandle;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.ValuesPredicate;

/**
 * The rules in Evrete, which joins a project with a city's rows. It has neither {@code not} nor {@code accumulate}:
 * actions add up values, and the host compares the sums. A city's rows stay in a session, into which projects are
 * inserted one at a time.
 */
final class Evrete implements Peer<Applicant, StatefulSession>, AutoCloseable {

    private final KnowledgeService service =
            KnowledgeService.builder().withExecutor(new OnTheSpot()).build();
    private final Knowledge knowledge = rules();
    private final Tally tally = new Tally();
    private final Sums sums = new Sums();

    /** Sums of the actions for the candidate in the session. */
    private static final class Sums {
        double usersLow;
        double usersHigh;
        double moneyLow;
        double moneyHigh;
        boolean servesLocal;
        boolean mayServeLocal;
        boolean bringsHeld;
        boolean mayBringHeld;
        boolean bringsNew;
        boolean mayBringNew;

        void clear() {
            usersLow = 0;
            usersHigh = 0;
            moneyLow = 0;
            moneyHigh = 0;
            servesLocal = false;
            mayServeLocal = false;
            bringsHeld = false;
            mayBringHeld = false;
            bringsNew = false;
            mayBringNew = false;
        }
    }

    private static <A> ValuesPredicate one(Class<A> type, Predicate<A> condition) {
        return values -> condition.test(type.cast(values.get(0)));
    }

    private static <A, B> ValuesPredicate two(Class<A> type, Class<B> other, BiPredicate<A, B> condition) {
        return values -> condition.test(type.cast(values.get(0)), other.cast(values.get(1)));
    }

    private Knowledge rules() {
        return service.newKnowledge()
                .builder()
                .newRule(Rule.END_MARKET_AT_SCALE.id())
                .forEach("$p", Applicant.class, "$m", Market.class)
                .where(one(Market.class, m -> m.outputHigh() >= Limits.END_MARKET_SCALE), "$m")
                .where(two(Applicant.class, Market.class, (p, m) -> p.mayServe(m.market())), "$p", "$m")
                .execute(found -> {
                    Market market = found.get("$m");
                    Applicant project = found.get("$p");
                    tally.put(
                            Rule.END_MARKET_AT_SCALE,
                            project.serves(market.market()) && market.outputLow() >= Limits.END_MARKET_SCALE);
                })
                .newRule(Rule.PARTS_AT_SCALE.id())
                .forEach("$p", Applicant.class, "$m", Market.class)
                .where(one(Market.class, m -> m.partsHigh() >= Limits.PARTS_SCALE), "$m")
                .where(two(Applicant.class, Market.class, (p, m) -> p.mayServe(m.market())), "$p", "$m")
                .execute(found -> {
                    Market market = found.get("$m");
                    Applicant project = found.get("$p");
                    tally.put(
                            Rule.PARTS_AT_SCALE,
                            project.serves(market.market()) && market.partsLow() >= Limits.PARTS_SCALE);
                })
                .newRule(Rule.LOCAL_LEAD_USERS.id())
                .forEach("$p", Applicant.class, "$u", User.class)
                .where(two(Applicant.class, User.class, (p, u) -> p.mayServe(u.market())), "$p", "$u")
                .execute(found -> {
                    User user = found.get("$u");
                    Applicant project = found.get("$p");
                    sums.usersLow += project.serves(user.market()) ? 1 : 0;
                    sums.usersHigh += user.weight();
                })
                .newRule(Rule.SEVERAL_END_MARKETS.id())
                .forEach("$p", Applicant.class)
                .where(
                        one(Applicant.class, p -> {
                            var markets = p.markets();
                            return markets == null || markets.size() >= Limits.SEVERAL_END_MARKETS;
                        }),
                        "$p")
                .execute(found -> {
                    Applicant project = found.get("$p");
                    tally.put(Rule.SEVERAL_END_MARKETS, project.markets() != null);
                })
                .newRule(Rule.LOCAL_USER_CO_INVESTS.id())
                .forEach("$p", Applicant.class, "$u", User.class)
                .where(
                        two(Applicant.class, User.class, (p, u) -> p.mayBeBackedBy(u.firm()) && p.mayServe(u.market())),
                        "$p",
                        "$u")
                .execute(found -> {
                    User user = found.get("$u");
                    Applicant project = found.get("$p");
                    tally.put(
                            Rule.LOCAL_USER_CO_INVESTS,
                            project.isBackedBy(user.firm()) && project.serves(user.market()));
                })
                .newRule(Rule.STAGES_COVERED.id())
                .forEach("$p", Applicant.class, "$l", Link.class, "$c", Chain.class)
                .where(one(Chain.class, c -> c.stagesHigh() > 0), "$c")
                .where(two(Applicant.class, Link.class, (p, l) -> p.mayBring(l.link())), "$p", "$l")
                .where(two(Link.class, Chain.class, (l, c) -> l.chain().equals(c.chain())), "$l", "$c")
                .execute(found -> {
                    Link link = found.get("$l");
                    Chain chain = found.get("$c");
                    Applicant project = found.get("$p");
                    tally.put(
                            Rule.STAGES_COVERED,
                            project.brings(link.link()) && chain.stagesLow() > 0,
                            (double) chain.stagesLow() / chain.stages(),
                            (double) chain.stagesHigh() / chain.stages());
                })
                .newRule(Rule.CLUSTER_IN_DISTRICT.id())
                .forEach("$p", Applicant.class, "$l", Link.class, "$q", Quarter.class)
                .where(one(Quarter.class, q -> q.firmsHigh() > 0), "$q")
                .where(two(Applicant.class, Link.class, (p, l) -> p.mayBring(l.link())), "$p", "$l")
                .where(two(Link.class, Quarter.class, (l, q) -> q.mayGather(l.link())), "$l", "$q")
                .execute(found -> {
                    Link link = found.get("$l");
                    Quarter quarter = found.get("$q");
                    Applicant project = found.get("$p");
                    tally.put(
                            Rule.CLUSTER_IN_DISTRICT,
                            project.brings(link.link()) && quarter.gathers(link.link()) && quarter.firmsLow() > 0,
                            quarter.firmsLow() / Limits.CLUSTER_MASS,
                            quarter.firmsHigh() / Limits.CLUSTER_MASS);
                })
                .newRule(Rule.MANDATE_COVERS_TRACK.id())
                .forEach("$p", Applicant.class, "$f", Money.class)
                .where(two(Applicant.class, Money.class, (p, f) -> f.mayCover(p.track())), "$p", "$f")
                .execute(found -> {
                    Money fund = found.get("$f");
                    Applicant project = found.get("$p");
                    boolean covers = fund.covers(project.track());
                    tally.put(Rule.MANDATE_COVERS_TRACK, covers);
                    sums.moneyLow += covers ? fund.low() : 0;
                    sums.moneyHigh += fund.high();
                })
                .newRule(Rule.BUILDS_CHAIN.id())
                .forEach("$p", Applicant.class, "$h", Holding.class, "$c", Chain.class)
                .where(one(Holding.class, h -> !h.held()), "$h")
                .where(two(Applicant.class, Holding.class, (p, h) -> p.mayBring(h.link())), "$p", "$h")
                .where(two(Holding.class, Chain.class, (h, c) -> h.chain().equals(c.chain())), "$h", "$c")
                .execute(found -> {
                    Holding holding = found.get("$h");
                    Chain chain = found.get("$c");
                    Applicant project = found.get("$p");
                    boolean lacks = project.brings(holding.link()) && !holding.mayBeHeld();
                    if (chain.heldLow() == 0) {
                        tally.put(Rule.BUILDS_CHAIN, lacks && chain.heldHigh() == 0);
                    }
                    if (chain.heldHigh() > 0) {
                        tally.put(Rule.FILLS_GAP, lacks && chain.heldLow() > 0);
                    }
                })
                .newRule(Rule.EXTENDS_CHAIN.id())
                .forEach("$p", Applicant.class, "$l", Link.class, "$h", Holding.class)
                .where(one(Holding.class, h -> h.mayBeHeld()), "$h")
                .where(two(Applicant.class, Link.class, (p, l) -> p.mayBring(l.link())), "$p", "$l")
                .where(two(Link.class, Holding.class, (l, h) -> l.neighbours().contains(h.link())), "$l", "$h")
                .where(two(Applicant.class, Holding.class, (p, h) -> !p.brings(h.link())), "$p", "$h")
                .execute(found -> {
                    Holding holding = found.get("$h");
                    Link link = found.get("$l");
                    Applicant project = found.get("$p");
                    tally.put(Rule.EXTENDS_CHAIN, project.brings(link.link()) && holding.held());
                })
                .newRule(Rule.DUPLICATES_WHAT_IS_THERE.id())
                .forEach("$p", Applicant.class, "$h", Holding.class)
                .where(one(Applicant.class, p -> !p.claims()), "$p")
                .where(two(Applicant.class, Holding.class, (p, h) -> p.mayBring(h.link())), "$p", "$h")
                .execute(found -> {
                    Holding holding = found.get("$h");
                    Applicant project = found.get("$p");
                    boolean brings = project.brings(holding.link());
                    sums.bringsHeld |= brings && holding.held();
                    sums.mayBringHeld |= holding.mayBeHeld();
                    sums.bringsNew |= brings && !holding.mayBeHeld();
                    sums.mayBringNew |= !holding.held();
                })
                .newRule(Rule.YIELD_REACHED.id())
                .forEach("$p", Applicant.class)
                .where(one(Applicant.class, p -> p.yieldHigh() >= Limits.YIELD_ASKED), "$p")
                .execute(found -> {
                    Applicant project = found.get("$p");
                    tally.put(Rule.YIELD_REACHED, project.yieldLow() >= Limits.YIELD_ASKED);
                })
                .newRule(Rule.GENERATIONS_SHIPPED.id())
                .forEach("$p", Applicant.class)
                .where(one(Applicant.class, p -> p.generationsHigh() > 0), "$p")
                .execute(found -> {
                    Applicant project = found.get("$p");
                    tally.put(
                            Rule.GENERATIONS_SHIPPED,
                            project.generationsLow() > 0,
                            project.generationsLow() / Limits.GENERATIONS_SHOWN,
                            project.generationsHigh() / Limits.GENERATIONS_SHOWN);
                })
                .newRule(Rule.TECHNOLOGY_CAPPED_WITHOUT_DEMAND.id())
                .forEach("$p", Applicant.class, "$m", Market.class)
                .where(two(Applicant.class, Market.class, (p, m) -> p.mayServe(m.market())), "$p", "$m")
                .execute(found -> {
                    Market market = found.get("$m");
                    Applicant project = found.get("$p");
                    sums.mayServeLocal = true;
                    sums.servesLocal |= project.serves(market.market());
                })
                .build();
    }

    @Override
    public Applicant project(Candidate candidate) {
        return Plain.applicant(candidate);
    }

    @Override
    public StatefulSession city(Town town) {
        StatefulSession session = knowledge.newStatefulSession();
        session.insert(Plain.rows(town));
        session.insert(Plain.chains(town));
        session.fire();
        return session;
    }

    @Override
    public Findings findings(Applicant project, StatefulSession city) {
        tally.clear();
        sums.clear();
        FactHandle there = city.insert0(project, true);
        city.fire();
        city.delete(there);
        compare(project);
        return tally.findings();
    }

    /** Evaluates the rules that depend on sums and on absent facts. */
    private void compare(Applicant project) {
        if (sums.usersHigh > 0) {
            tally.put(
                    Rule.LOCAL_LEAD_USERS,
                    sums.usersLow > 0,
                    sums.usersLow / Limits.LEAD_USERS_ENOUGH,
                    sums.usersHigh / Limits.LEAD_USERS_ENOUGH);
        }
        if (sums.moneyHigh > 0) {
            tally.put(
                    Rule.FUNDS_COVER_NEED,
                    sums.moneyLow > 0,
                    project.needHigh() == 0 ? 0 : sums.moneyLow / project.needHigh(),
                    project.needHigh() == 0 ? 0 : project.needLow() == 0 ? 1 : sums.moneyHigh / project.needLow());
        }
        if (project.mayBeAlone() && sums.moneyLow < project.needHigh()) {
            tally.put(Rule.NO_MONEY_IN_SIGHT, project.isAlone() && sums.moneyHigh < project.needLow());
        }
        if (sums.mayBringHeld && !sums.bringsNew) {
            tally.put(Rule.DUPLICATES_WHAT_IS_THERE, sums.bringsHeld && !sums.mayBringNew);
        }
        if (!sums.servesLocal) {
            tally.put(Rule.TECHNOLOGY_CAPPED_WITHOUT_DEMAND, !sums.mayServeLocal);
        }
    }

    @Override
    public void close(StatefulSession city) {
        city.close();
    }

    @Override
    public void close() {
        service.shutdown();
    }
}

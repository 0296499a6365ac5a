package dev.winnow.model.domain;

import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import dev.winnow.model.value.Measured;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate investment project. Its lists are complete as written; an absent one is unknown.
 *
 * @param id unique among projects
 * @param name as people call it
 * @param owner the firm that carries it
 * @param city the city it landed in or was decided for; null for an open candidate
 * @param decided the day of its decision; null while none is known
 * @param track the industry a fund's mandate would call it, for example {@code wind-power}
 * @param links the chain links it occupies, each once
 * @param endMarkets the markets whose products it goes into
 * @param subTracks the narrower tracks it belongs to
 * @param coInvestors firms besides the owner that put in money
 * @param committedBuyers firms that ordered or committed to buy
 * @param investment total investment, million yuan
 * @param fundingNeed what it needs from funds, million yuan
 * @param yieldRate share of good parts, 0–1
 * @param domesticEquipmentRate share of its equipment that is domestic, 0–1, by value
 * @param domesticMaterialRate share of its materials that is domestic, 0–1, by value
 * @param linkedFirms firms up- and downstream that it has linked
 * @param annualOutput what it will make a year once it runs in full, million yuan
 * @param deliversTo the chain links whose holders it delivers to directly
 * @param attractsLinks chain links besides its own into which it is known to draw firms or talent
 * @param domestic whether the firm that carries it is domestic
 * @param technicalLeader whether its technology is led by somebody with a record of making such products
 * @param ownsTechnology whether the technology it needs is its owner's
 * @param technologyPartners who shares technology with it
 * @param scarceTechnology whether it masters a technology that only few firms of the country hold
 * @param innovationPlatform whether it is, or brings, a research headquarters or a national innovation platform
 * @param generationsShipped generations of its product that were sold
 * @param yearsToFirstProduct years from the decision to the first product
 * @param unitCostToImported its unit cost as a multiple of the imported part's price; 1 is the same
 * @param exposedToPriceCutting whether foreign makers can undercut it, no committed buyer protecting it
 * @param consortium whether several enterprises or institutes carry it together
 * @param cidm whether designers, makers and users share its resources and its risk: collaborative manufacturing
 * @param publicBacking whether public money or a public programme stands behind it
 * @param fundingSecured whether all the money it needs is committed
 * @param needs what it asks of a city: {@code demand}, {@code chain}, {@code capital}, {@code talent} or {@code site}
 * @param claimsScale whether it claims to be the largest of its kind; not claimed is false
 * @param claimsScarcity whether it claims to be one of few of its kind; not claimed is false
 * @param directFunding grant that a public programme proposed or awarded, the most that may be paid, million yuan
 * @param loans public loans and guarantees proposed or awarded, their principal, million yuan
 * @param workforcePlan whether it has a published plan to find and train its people
 * @param childCarePlan whether it has a published plan for the child care of its people
 * @param upsideSharing whether it has agreed to share cash flows above those it projected
 * @param guardrailsAccepted whether it has agreed to what the programme forbids, such as expanding elsewhere
 * @param declared the facts that the vocabulary of a pack declares
 */
public record Project(
        @Timeless String id,
        @Timeless String name,
        @Timeless @Refers("firms") @Nullable String owner,
        @Timeless @Refers("cities") @Nullable String city,
        @Timeless @Nullable LocalDate decided,
        @Refers("tracks") @Nullable String track,
        @Refers("links") @Nullable List<String> links,
        @Refers("endMarkets") @Nullable List<String> endMarkets,
        @Refers("subTracks") @Nullable List<String> subTracks,
        @Refers("firms") @Nullable List<String> coInvestors,
        @Refers("firms") @Nullable List<String> committedBuyers,
        @Measured(Unit.MONEY) @Nullable Figure investment,
        @Measured(Unit.MONEY) @Nullable Figure fundingNeed,
        @Measured(Unit.SHARE) @Nullable Figure yieldRate,
        @Measured(Unit.SHARE) @Nullable Figure domesticEquipmentRate,
        @Measured(Unit.SHARE) @Nullable Figure domesticMaterialRate,
        @Measured(Unit.NUMBER) @Nullable Figure linkedFirms,
        @Measured(Unit.MONEY) @Nullable Figure annualOutput,
        @Refers("links") @Nullable List<String> deliversTo,
        @Refers("links") @Nullable List<String> attractsLinks,
        @Nullable Boolean domestic,
        @Nullable Boolean technicalLeader,
        @Nullable Boolean ownsTechnology,
        @Refers("firms") @Nullable List<String> technologyPartners,
        @Nullable Boolean scarceTechnology,
        @Nullable Boolean innovationPlatform,
        @Measured(Unit.NUMBER) @Nullable Figure generationsShipped,
        @Measured(Unit.NUMBER) @Nullable Figure yearsToFirstProduct,
        @Measured(Unit.NUMBER) @Nullable Figure unitCostToImported,
        @Nullable Boolean exposedToPriceCutting,
        @Nullable Boolean consortium,
        @Nullable Boolean cidm,
        @Nullable Boolean publicBacking,
        @Nullable Boolean fundingSecured,

        @OneOf({"demand", "chain", "capital", "talent", "site"}) @Nullable
        List<String> needs,

        boolean claimsScale,
        boolean claimsScarcity,
        @Measured(Unit.MONEY) @Nullable Figure directFunding,
        @Measured(Unit.MONEY) @Nullable Figure loans,
        @Nullable Boolean workforcePlan,
        @Nullable Boolean childCarePlan,
        @Nullable Boolean upsideSharing,
        @Nullable Boolean guardrailsAccepted,
        DeclaredValues declared) {

    public Project {
        Lists.require(id, "id");
        Lists.require(name, "name");
        Lists.require(declared, "declared");
        links = Lists.copy(links);
        endMarkets = Lists.copy(endMarkets);
        subTracks = Lists.copy(subTracks);
        coInvestors = Lists.copy(coInvestors);
        committedBuyers = Lists.copy(committedBuyers);
        deliversTo = Lists.copy(deliversTo);
        attractsLinks = Lists.copy(attractsLinks);
        technologyPartners = Lists.copy(technologyPartners);
        needs = Lists.copy(needs);
    }
}

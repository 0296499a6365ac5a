package com.example

import dev.winnow.engine.RulePack
import dev.winnow.engine.Screener
import dev.winnow.model.universe.Universe
import java.nio.file.Path

fun main() {
    val pack = RulePack.load(Path.of("../../rules/semiconductor"))
    val screener = Screener.of(pack) // immutable, thread-safe
    val universe = Universe.read(pack.vocabulary(), Path.of("../../seeds/semiconductor"))
    for (one in screener.screen(universe).assessments().filter { it.city() == "qingdao" }) {
        println("${one.rank()}. ${one.projectName()} in ${one.cityName()}: ${one.verdict()}")
    }

    // Somebody new is judged alone, and ranked among all of them.
    val known = screener.screened(universe)
    val further = known.judge(
        Universe.builder(pack.vocabulary())
            .project(
                mapOf(
                    "id" to "lodestone",
                    "name" to "Lodestone",
                    "owner" to null, // not known
                    "track" to "integrated-circuits",
                    "links" to listOf("chip-design"),
                    "endMarkets" to listOf("automotive", "home-appliances"),
                    "fundingNeed" to "400 mn yuan",
                    "yieldRate" to 0.86,
                )
            )
            .build()
    )
    val one = further.asked().assessments().first { it.city() == "qingdao" }
    println("${one.projectName()} would be number ${one.rank()}: ${one.verdict()}")
    further.session().explain(one).questions().take(3).forEach { println("  to find out: ${it.fact()}") }
}

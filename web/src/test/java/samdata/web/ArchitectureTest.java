package samdata.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** The picture in ARCHITECTURE.md, as rules the build keeps. */
class ArchitectureTest {
    private static final JavaClasses SAMDATA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("samdata");

    @Test
    void packagesHaveNoCycles() {
        keep(slices().matching("samdata.(**)").should().beFreeOfCycles());
    }

    @Test
    void modulesStandInOneLine() {
        keep(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("vocab")
                .definedBy("samdata.vocab..")
                .layer("catalog")
                .definedBy("samdata.catalog..")
                .layer("harvester")
                .definedBy("samdata.harvester..")
                .layer("web")
                .definedBy("samdata.web..")
                .whereLayer("web")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("harvester")
                .mayOnlyBeAccessedByLayers("web")
                .whereLayer("catalog")
                .mayOnlyBeAccessedByLayers("harvester", "web"));
    }

    @Test
    void nothingBelowKnowsTheServer() {
        keep(noClasses()
                .that()
                .resideInAnyPackage(
                        "samdata.web.http..",
                        "samdata.web.api..",
                        "samdata.web.linked..",
                        "samdata.web.sparql..",
                        "samdata.web.pages..",
                        "samdata.web.demo..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("samdata.web.Server"));
    }

    @Test
    void eachLibraryHasOneHome() {
        onlyIn("samdata.catalog..", "org.apache.lucene..", "org.apache.jena.tdb2..", "org.apache.jena.dboe..");
        onlyIn("samdata.catalog..", "org.apache.jena.shacl.validation..", "org.apache.jena.rdfpatch..");
        onlyIn("samdata.harvester..", "crawlercommons..", "org.jsoup..");
        onlyIn("samdata.harvester.fetch..", "org.apache.hc..");
        onlyIn("samdata.web..", "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "org.apache.jena.fuseki..");
        onlyIn(
                "samdata.web.describe..",
                "org.apache.commons.csv..",
                "dev.hardwood..",
                "com.dynatrace..",
                "org.mozilla..");
        onlyIn("samdata.web..", "gg.jte..", "picocli..", "me.tongfei..");
    }

    @Test
    void theSecondRdfStackReadsSparqlEndpointsAndNothingElse() {
        keep(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("samdata.harvester.protocol.SparqlProtocol")
                .and()
                .haveNameNotMatching("samdata\\.harvester\\.protocol\\.SparqlProtocol\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.rdf4j.."));
    }

    @Test
    void onlyTheCommandLineAndTheSettingsKnowTheProcess() {
        keep(noClasses()
                .that()
                .resideOutsideOfPackage("samdata.web.cli..")
                .and()
                .doNotHaveFullyQualifiedName("samdata.web.Main")
                .and()
                .doNotHaveFullyQualifiedName("samdata.web.Config")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void classesThatAreNotMadeToBeExtendedAreFinal() {
        keep(ArchRuleDefinition.classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .haveNameNotMatching(".*package-info|samdata\\.web\\.templates\\..*")
                .and()
                .resideOutsideOfPackage("samdata.web.templates..")
                .should()
                .haveModifier(JavaModifier.FINAL));
    }

    private static void onlyIn(String home, String... library) {
        keep(noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .and()
                .resideOutsideOfPackage("samdata.web.templates..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library));
    }

    private static void keep(ArchRule rule) {
        rule.allowEmptyShould(true).check(SAMDATA);
    }
}

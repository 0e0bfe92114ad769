package samdata.web.demo;

/** What a company's server answers, built anew for each state of its catalogue. */
@FunctionalInterface
interface Endpoint {
    Answer answer(Request request);
}

package samdata.web.linked;

import io.javalin.http.Context;
import samdata.web.http.Problem;

/** The one profile in which datasets and catalogues are described: DCAT-AP. */
final class Profile {
    private static final String NAME = "dcat-ap";

    private Profile() {}

    /** @throws Problem 400 when the request asks for another one */
    static void refuseOthers(Context ctx) {
        String profile = ctx.queryParam("profile");
        if (profile != null && !profile.equals(NAME))
            throw Problem.badRequest("The profile " + profile + " is not served; known is " + NAME + ".");
    }
}

package cl.buzon.systems;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The report of all cases: a table, or cards where there is no room for one. */
public final class ReportView {

    private final Portal portal;
    private final Page page;

    ReportView(Portal portal) {
        this.portal = portal;
        this.page = portal.page();
    }

    /** Whether a case is listed on the page. */
    public boolean lists(String caseNumber) {
        return line(caseNumber).count() == 1;
    }

    /** What the report says about a case. */
    public String of(String caseNumber) {
        return line(caseNumber).innerText();
    }

    /** Opens the tracking of a case by a click somewhere on its line. */
    public void open(String caseNumber) {
        portal.turnPage(line(caseNumber)::click);
    }

    /** Saves the report as "PDF", "Excel" or "CSV". */
    public ReportFile export(String format) {
        Locator formats = page.locator("summary").filter(new Locator.FilterOptions().setHasText("Exportar"));
        Locator link = page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(format).setExact(true));
        if (!link.isVisible()) {
            formats.click();
        }
        Download download = page.waitForDownload(link::click);
        return new ReportFile(download.suggestedFilename(), download.path());
    }

    private Locator line(String caseNumber) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.ROW)
                .or(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM))
                .filter(new Locator.FilterOptions().setHasText(caseNumber));
    }
}

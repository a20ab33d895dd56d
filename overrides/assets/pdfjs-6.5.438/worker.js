// Runs pdf.js beside the page. A page's policy does not bind its worker, so what could send anything is taken away first.
import "./no-network.js"
import "./pdf.worker.js"

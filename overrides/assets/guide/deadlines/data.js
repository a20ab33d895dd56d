// The rules of each event, as the page holds them. The build writes them here in their place (scripts/guide/site/deadline_data.py).
guide.deadlineData = JSON.parse(document.querySelector(".guide-deadlines__data").textContent)

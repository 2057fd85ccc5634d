"""The same harvest with Scrapy: follows lists and articles, keeps every file under its sha256. Nothing is brought to the disk, no facts are kept."""

import hashlib
import os
import re

import scrapy

RECORDS = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.S)


class Harvest(scrapy.Spider):
    name = "harvest"
    custom_settings = {
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": True,
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "RETRY_ENABLED": True,
    }

    def __init__(self, url, folder, **options):
        super().__init__(**options)
        self.start_urls = [url]
        self.folder = folder

    def parse(self, response):
        content_type = response.headers.get("Content-Type", b"")
        if not content_type.startswith(b"text/html"):
            self.keep(response.body)
            return
        hrefs = response.css("a::attr(href)").getall()
        for record in RECORDS.findall(response.text) if "<datastore>" in response.text else []:
            hrefs += scrapy.Selector(text=record).css("a::attr(href)").getall()
        for href in hrefs:
            if "/menu" not in href and "sitemap" not in href and "/internal/" not in href:
                yield response.follow(href, self.parse)

    def keep(self, body):
        name = hashlib.sha256(body).hexdigest()
        folder = os.path.join(self.folder, name[:2])
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name[2:]), "wb") as file:
            file.write(body)

/** A small budget page; `office` and `total` (万元, two decimals) tell one from another. */
export function budgetPage(office: string, total = '150.50'): string {
  return `<html><head><meta charset="utf-8"><title>${office}2024年部门预算</title></head><body><h1>${office}2024年部门预算</h1>
<p>表一 部门支出总表</p><table><tr><th>科目编码</th><th>科目名称</th><th>预算数（万元）</th></tr>
<tr><td>201</td><td>一般公共服务支出</td><td>${total}</td></tr><tr><td></td><td>合计</td><td>${total}</td></tr></table></body></html>`;
}

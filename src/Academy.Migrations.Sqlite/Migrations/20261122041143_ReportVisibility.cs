using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReportVisibility : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Visibility",
                table: "Grading_TestResult",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Visibility",
                table: "Grading_TestResult");
        }
    }
}
